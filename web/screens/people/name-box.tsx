import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Box } from '../../parts/box.tsx'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'

/** Asks for the name of a segment. */
export function NameBox(props: { title: string; go: string; name: string; onName: (name: string) => Promise<void> }) {
  const { title, go, onName } = props
  const { t } = useTranslation('people')
  const [name, setName] = useState(props.name)
  return (
    <Box title={title}>
      {(close) => (
        <Form
          go={go}
          cancel={close}
          send={async () => {
            await onName(name)
            close()
          }}
        >
          <Field
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            value={name}
            onChange={setName}
            maxLength={100}
            isRequired
            autoFocus
          />
        </Form>
      )}
    </Box>
  )
}
