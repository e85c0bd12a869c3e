import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
import style from './field.module.css'

/** One line to type into, with its name above and what is expected or wrong below. */
export function Field(props: TextFieldProps & { label: string; hint?: string; error?: string | undefined }) {
  const { label, hint, error, ...rest } = props
  return (
    <TextField {...rest} isInvalid={error !== undefined} className={style.field ?? ''}>
      <Label>{label}</Label>
      <Input dir="auto" />
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
    </TextField>
  )
}
