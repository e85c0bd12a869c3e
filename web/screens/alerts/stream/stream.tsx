import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { NotifySwitch } from '../../../alerts/notify/switch.tsx'
import type { Alert } from '../../../alerts/queries.ts'
import { useCounted } from '../../../counted.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Chips } from '../../../parts/chips.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useRole, useSlug } from '../../../session.ts'
import { useNow } from '../../../ticking.ts'
import { mayManage } from '../rights.ts'
import { Asked } from './asked.tsx'
import { Days } from './days.tsx'
import { SHOWN, type Shown, shownOf } from './filters.ts'
import { useHeld, useReading } from './held.ts'
import { useAlerts } from './queries.ts'
import style from './stream.module.css'
import { type Taking, useTaking } from './use-taking.ts'
import { Waits } from './waits.tsx'

/** What the rules told of, the newest first, and how long people waited for an answer. */
export function Stream() {
  const taking = useTaking()
  const [params] = useSearchParams()
  const asked = params.get('take')
  return (
    <>
      {asked && <Asked key={asked} id={asked} taking={taking} />}
      <Waits taking={taking} />
      <List shown={shownOf(params)} taking={taking} />
    </>
  )
}

function List({ shown, taking }: { shown: Shown; taking: Taking }) {
  const { t } = useTranslation('alerts')
  const counted = useCounted()
  const [, setParams] = useSearchParams()
  const place = useRef<HTMLDivElement>(null)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useAlerts(shown)
  const alerts = useMemo(
    () => listed(data?.pages.flatMap(({ items }) => items) ?? [], taking.acted),
    [data, taking.acted],
  )
  const { shown: rows, held, show } = useHeld(alerts, useReading(place), shown)
  const now = useNow(5_000)
  const choose = (next: Shown) =>
    setParams(
      (params) => {
        params.set('show', next)
        return params
      },
      { replace: true },
    )
  return (
    <Card
      title={t('stream')}
      aside={
        <div className={style.aside}>
          <NotifySwitch />
          <Chips
            label={t('show.label')}
            value={shown}
            options={SHOWN.map((each) => [each, t(`show.${each}`)])}
            onChange={choose}
          />
        </div>
      }
    >
      {!data && (error ? <Trouble error={error} retry={refetch} /> : <Loading />)}
      {held > 0 && (
        <p className={style.held}>
          <Button go onPress={show}>
            {t('newOnes', counted(held))}
          </Button>
        </p>
      )}
      <div ref={place} aria-busy={isPlaceholderData} aria-live="polite" aria-relevant="additions">
        <Days alerts={rows} taking={taking} now={now} />
      </div>
      {data && alerts.length === 0 && <Nothing shown={shown} />}
      {hasNextPage && (
        <p className={style.more}>
          <Button isDisabled={isFetchingNextPage} onPress={() => fetchNextPage()}>
            {t('older')}
          </Button>
        </p>
      )}
    </Card>
  )
}

/** What was pressed on stays in its place, as it is now. */
function listed(items: readonly Alert[], acted: ReadonlyMap<string, Alert>): Alert[] {
  const known = new Map(items.map((alert) => [alert.id, alert]))
  for (const [id, alert] of acted) known.set(id, { ...(known.get(id) ?? alert), taken: alert.taken })
  return [...known.values()].sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0))
}

function Nothing({ shown }: { shown: Shown }) {
  const { t } = useTranslation('alerts')
  const slug = useSlug()
  const manages = mayManage(useRole())
  return (
    <div className={style.nothing}>
      <p>{t(`nothing.${shown}`)}</p>
      {manages ? <Link href={`/w/${slug}/alerts/rules`}>{t('nothing.rules')}</Link> : <p>{t('nothing.ask')}</p>}
    </div>
  )
}
