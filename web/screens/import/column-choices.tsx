import { useTranslation } from 'react-i18next'
import { Choice as Select } from '../../parts/choice.tsx'
import type { Choosing } from './file-choices.tsx'
import style from './import.module.css'
import { type Columns, withColumn } from './imports.ts'

const roles = ['question', 'email', 'name', 'time', 'answer'] as const
/** Without these nothing is read: that there is no such column has to be said. */
const needed: readonly string[] = ['question', 'email', 'name']
/** Not chosen yet; no column is called so, for a name has no line break. */
const open = '\n'

/** Which column of a table of questions holds what: guessed by its name, and changed here. The file is read anew. */
export function ColumnChoices({ columns, choice, choose }: Choosing & { columns: Columns }) {
  const { t } = useTranslation('import')
  const { headers } = columns
  const isSettled = columns.roles.question && (columns.roles.email || columns.roles.name)
  return (
    <fieldset className={style.columns}>
      <legend>{t('columns.title')}</legend>
      {roles.map((role) => {
        const isOpen = !isSettled && needed.includes(role)
        const chosen = choice.columns?.[role] ?? columns.roles[role] ?? (isOpen ? open : '')
        const value = role === 'question' ? chosen || open : chosen
        const none = role === 'question' ? [] : [['', t('columns.none')] as const]
        return (
          <Select
            key={role}
            label={t(`columns.${role}`)}
            value={value}
            options={[
              ...(value === open ? [[open, t('columns.choose')] as const] : []),
              ...none,
              ...headers.map((header) => [header, header] as const),
            ]}
            onChange={(column) => choose({ ...choice, columns: withColumn(columns, choice.columns, role, column) })}
          />
        )
      })}
    </fieldset>
  )
}
