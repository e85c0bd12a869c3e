import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useCounted } from '../../../counted.ts'
import { useFormat } from '../../../format.ts'
import { Card } from '../../../parts/card.tsx'
import { useSlug } from '../../../session.ts'
import type { Preview } from '../answers.ts'
import style from './preview.module.css'

/** So many of each rule are named here. */
const handful = 8

/** What the alert rules on thresholds and surges would tell of, were the draft published with alerts. */
export function AlertsRaised({ alerts }: Pick<Preview, 'alerts'>) {
  const { t } = useTranslation('formula')
  if (alerts.length === 0) return null
  return (
    <Card title={t('preview.alerts')}>
      <p className={style.nobody}>{t('preview.alertsMean')}</p>
      <div className={style.sides}>
        {alerts.map((each) => (
          <OfRule key={each.rule.id} told={each} />
        ))}
      </div>
    </Card>
  )
}

function OfRule({ told: { rule, count, people } }: { told: Preview['alerts'][number] }) {
  const { t } = useTranslation(['formula', 'common'])
  const format = useFormat()
  const counted = useCounted()
  const slug = useSlug()
  const shown = people.slice(0, handful)
  const more = count - shown.length
  return (
    <section aria-label={rule.name}>
      <h3>
        <bdi>{rule.name}</bdi> <span>{format.count(count)}</span>
      </h3>
      {count === 0 && <p className={style.nobody}>{t('preview.nobody')}</p>}
      <ul className={style.people}>
        {shown.map(({ id, name, email, company }) => (
          <li key={id}>
            <span className={style.who}>
              <Link href={`/w/${slug}/people/${id}`}>
                <bdi>{name ?? email ?? t('common:nobodyKnown')}</bdi>
              </Link>
              {company && (
                <small>
                  <bdi>{company}</bdi>
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={style.nobody}>{t('preview.beyond', counted(more))}</p>}
    </section>
  )
}
