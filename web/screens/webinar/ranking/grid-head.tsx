import { useTranslation } from 'react-i18next'
import { phone, useMedia } from '../../../media.ts'
import style from './grid.module.css'
import { roles } from './grid-roles.ts'

export interface Order {
  sort: string
  onSort: (sort: 'webinar' | 'score') => void
}

/** The names of the columns; two of them put the list in order. On a phone, where they are only read out, a list does. */
export function GridHead(order: Order) {
  const { t } = useTranslation('webinar')
  return (
    <div {...roles.group} className={style.head}>
      <div {...roles.row(1)} className={style.names}>
        <span {...roles.head}>
          <span className="unseen">{t('ranking.rank')}</span>
        </span>
        <span {...roles.head}>{t('ranking.who')}</span>
        <span {...roles.head}>{t('ranking.presence')}</span>
        <OrderedBy by="webinar" {...order} />
        <OrderedBy by="score" {...order} />
        <span {...roles.head} className={style.end}>
          {t('ranking.fit')}
        </span>
      </div>
    </div>
  )
}

function OrderedBy({ by, sort, onSort }: Order & { by: 'webinar' | 'score' }) {
  const { t } = useTranslation('webinar')
  const isPhone = useMedia(phone)
  const isOn = sort === by
  return (
    <span {...roles.order(isOn)} className={by === 'score' ? style.end : ''}>
      {isPhone ? (
        t(`ranking.order.${by}`)
      ) : (
        <button type="button" className={style.order} onClick={() => onSort(by)} title={t(`ranking.orderBy.${by}`)}>
          {t(`ranking.order.${by}`)}
          <svg aria-hidden="true" className={style.arrow} viewBox="0 0 10 10">
            {isOn && <path d="M5 1v8M1.5 5.5 5 9l3.5-3.5" />}
          </svg>
        </button>
      )}
    </span>
  )
}
