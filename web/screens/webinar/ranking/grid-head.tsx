import { useTranslation } from 'react-i18next'
import style from './grid.module.css'

/** The names of the columns; two of them put the list in order. */
export function GridHead({ sort, onSort }: { sort: string; onSort: (sort: 'webinar' | 'score') => void }) {
  const { t } = useTranslation('webinar')
  return (
    <div role="rowgroup" className={style.head}>
      <div role="row" aria-rowindex={1} className={style.names}>
        <span role="columnheader">
          <span className="unseen">{t('ranking.rank')}</span>
        </span>
        <span role="columnheader">{t('ranking.who')}</span>
        <span role="columnheader">{t('ranking.presence')}</span>
        <Order by="webinar" sort={sort} onSort={onSort} />
        <Order by="score" sort={sort} onSort={onSort} />
        <span role="columnheader" className={style.end}>
          {t('ranking.fit')}
        </span>
      </div>
    </div>
  )
}

function Order(props: { by: 'webinar' | 'score'; sort: string; onSort: (sort: 'webinar' | 'score') => void }) {
  const { by, sort, onSort } = props
  const { t } = useTranslation('webinar')
  const isOn = sort === by
  return (
    <span role="columnheader" aria-sort={isOn ? 'descending' : 'none'} className={by === 'score' ? style.end : ''}>
      <button type="button" className={style.order} onClick={() => onSort(by)} title={t(`ranking.orderBy.${by}`)}>
        {t(`ranking.order.${by}`)}
        <span aria-hidden="true" className={style.arrow}>
          {isOn ? '↓' : ''}
        </span>
      </button>
    </span>
  )
}
