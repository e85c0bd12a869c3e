import { useTranslation } from 'react-i18next'
import { ChecksCard } from '../checks/checks-card.tsx'
import { RuleTable } from './rule-table.tsx'
import style from './rules.module.css'
import { ScoresCard } from './scores-card.tsx'
import { Thresholds } from './thresholds.tsx'

/** Every rule with what must hold and what it is worth, and the lines that the points are measured by. */
export function Rules() {
  const { t } = useTranslation('formula')
  return (
    <div className={style.columns}>
      <div className={style.beside}>
        <Thresholds />
        <ScoresCard />
        <ChecksCard />
      </div>
      <div className={style.list}>
        <RuleTable />
        <dl className={style.legend}>
          {(['given', 'house', 'own'] as const).map((origin) => (
            <div key={origin}>
              <dt>{t(`origin.${origin}`)}</dt>
              <dd>{t(`originMeans.${origin}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
