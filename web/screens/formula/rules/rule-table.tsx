import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useFormula } from '../formula-state.ts'
import { type Section, sectionsOf } from '../sections.ts'
import { RuleRow } from './rule-row.tsx'
import style from './rules.module.css'

/** The rules in groups. Which one is open stands in the address. */
export function RuleTable() {
  const { t } = useTranslation('formula')
  const { model } = useFormula()
  const [params, setParams] = useSearchParams()
  const open = params.get('open')
  function toggle(id: string) {
    setParams(
      (now) => {
        if (id === open) now.delete('open')
        else now.set('open', id)
        return now
      },
      { replace: true },
    )
  }
  return (
    <table className={style.table}>
      <caption className="unseen">{t('rules.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rules.on')}</th>
          <th scope="col">{t('rules.rule')}</th>
          <th scope="col" className={style.number}>
            {t('rules.points')}
          </th>
        </tr>
      </thead>
      {sectionsOf(model.rules).map((section) => (
        <tbody key={section.name}>
          <tr className={style.group}>
            <th colSpan={3} scope="rowgroup">
              <SectionName section={section} />
            </th>
          </tr>
          {section.rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} isOpen={rule.id === open} toggle={() => toggle(rule.id)} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function SectionName({ section: { of, name } }: { section: Section }) {
  const { t, i18n } = useTranslation('formula')
  if (of !== 'named') return t(`section.${of}`)
  return i18n.exists(`formula:section.${name}`) ? (
    t(`section.${name as 'mail'}`)
  ) : (
    <bdi>{name.replaceAll('_', ' ')}</bdi>
  )
}
