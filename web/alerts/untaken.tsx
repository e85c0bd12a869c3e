import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCounted } from '../counted.ts'
import { useSlug } from '../session.ts'
import { useApi } from '../workspace-api.ts'
import { openQuery } from './queries.ts'
import style from './untaken.module.css'

const most = 99

/** How many people have alerts that nobody has taken, beside the way to them; nothing while there are none. */
export function Untaken() {
  const { t } = useTranslation()
  const counted = useCounted()
  const { data } = useQuery(openQuery(useApi(), useSlug()))
  if (!data?.untaken) return null
  return (
    <span className={style.count}>
      <span aria-hidden="true">{data.untaken > most ? `${most}+` : data.untaken}</span>
      <span className="unseen">{t('alerts.untaken', counted(data.untaken))}</span>
    </span>
  )
}
