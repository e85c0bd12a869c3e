import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useCounted } from '../../../counted.ts'
import { Card } from '../../../parts/card.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { useRuleName } from '../../../parts/rule-name.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import type { Finding } from '../answers.ts'
import { useFormula } from '../formula-state.ts'
import style from './checks.module.css'
import { FindingLine } from './finding-line.tsx'
import { useFindings } from './queries.ts'
import { Tests } from './tests.tsx'

/** What is odd in the formula, with the way to the rule it is about, and how its own tests came out. */
export function ChecksCard() {
  const { t } = useTranslation('formula')
  const { mayEdit } = useFormula()
  const { data, error, refetch } = useFindings()
  if (!mayEdit) return null
  return (
    <Card title={t('checks.title')}>
      <div className={style.checks}>
        {error && <Trouble error={error} retry={refetch} />}
        {!data && !error && <Loading />}
        {data && <Found items={data.items} />}
        <Tests />
      </div>
    </Card>
  )
}

function Found({ items }: { items: readonly Finding[] }) {
  const { t } = useTranslation('formula')
  const counted = useCounted()
  const of = (severity: Finding['severity']) => items.filter((each) => each.severity === severity)
  const [errors, warnings, hints] = [of('error'), of('warning'), of('hint')]
  return (
    <>
      <p className={style.counts}>
        {errors.length > 0 && <span>{t('checks.count.error', counted(errors.length))}</span>}
        {warnings.length > 0 && <span>{t('checks.count.warning', counted(warnings.length))}</span>}
        {errors.length + warnings.length === 0 && <span className={style.fine}>{t('checks.fine')}</span>}
      </p>
      <List items={[...errors, ...warnings]} />
      {hints.length > 0 && (
        <details className={style.hints}>
          <summary>{t('checks.count.hint', counted(hints.length))}</summary>
          <List items={hints} />
        </details>
      )}
    </>
  )
}

function List({ items }: { items: readonly Finding[] }) {
  return (
    <ul className={style.list}>
      {items.map((finding, index) => (
        <li key={index}>{finding.rule === null ? <FindingLine finding={finding} /> : <ToRule finding={finding} />}</li>
      ))}
    </ul>
  )
}

/** Its words stand at the rule. */
function ToRule({ finding: { severity, rule } }: { finding: Finding }) {
  const { t } = useTranslation('formula')
  const nameOf = useRuleName()
  const [, setParams] = useSearchParams()
  function open() {
    setParams(
      (now) => {
        now.set('open', rule!)
        return now
      },
      { replace: true },
    )
  }
  return (
    <p className={style.finding} data-severity={severity}>
      <b>{t(`checks.severity.${severity}`)}</b>{' '}
      <a href={`#rule-${rule}`} onClick={open}>
        {nameOf(rule!)}
      </a>
    </p>
  )
}
