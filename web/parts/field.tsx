import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
import style from './field.module.css'
import { useRefused } from './form.tsx'

/** One line of a form, with its label above and what is expected or wrong below. Refusals find it by its `name`. */
export function Field({ label, hint, ...props }: TextFieldProps & { name: string; label: string; hint?: string }) {
  const refused = useRefused(props.name)
  return (
    <TextField {...props} validationBehavior="aria" isInvalid={refused !== undefined} className={style.field ?? ''}>
      <Label>{label}</Label>
      <Input dir="auto" />
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{refused}</FieldError>
    </TextField>
  )
}
