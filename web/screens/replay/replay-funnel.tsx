import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { useFormat } from '../../format.ts'
import { Card } from '../../parts/card.tsx'
import { ShareBar } from '../../parts/share-bar.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import { replayFunnelQuery } from './queries.ts'
import style from './replay-funnel.module.css'

/** How many no-shows opened their link, watched, and watched nearly all of it. */
export function ReplayFunnel({ id }: { id: string }) {
  const { t } = useTranslation('replay')
  const format = useFormat()
  const counted = useCounted()
  const { data, error, refetch } = useQuery(replayFunnelQuery(useApi(), useSlug(), id))
  return (
    <Card title={t('funnel.title')}>
      {error && !data && <Trouble error={error} retry={refetch} />}
      <ol className={style.funnel} aria-busy={!data && !error}>
        {data?.steps.map(({ step, count, share }) => (
          <li key={step}>
            <span>{t(`funnel.step.${step}`)}</span>
            <span>
              <ShareBar share={share} count={count} />
            </span>
            <b>{format.count(count)}</b>
            <small>{share === null ? '' : format.percent(share)}</small>
          </li>
        ))}
      </ol>
      {data && <p className={style.all}>{t('funnel.viewers', counted(data.viewers))}</p>}
    </Card>
  )
}
