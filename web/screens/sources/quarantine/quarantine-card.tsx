import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounted } from '../../../counted.ts'
import { Bar } from '../../../parts/bar.tsx'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useRole } from '../../../session.ts'
import { mayManage } from '../queries.ts'
import style from '../sources.module.css'
import { Discarded } from './discarded.tsx'
import { QuarantinedRow } from './quarantined-row.tsx'
import { type Quarantined, useQuarantine } from './queries.ts'
import { type Replay, useReplay } from './use-replay.ts'

const few = 10

/** Deliveries that were signed and could not be read: why, what stands in them, and reading them again. */
export function QuarantineCard() {
  const { t } = useTranslation('sources')
  const counted = useCounted()
  const role = useRole()
  const { data, error, refetch } = useQuarantine()
  const replay = useReplay()
  if (error && !data) return <Trouble error={error} retry={refetch} />
  if (!data) return null
  const { items, total = items.length } = data
  return (
    <Card title={t('quarantine.title')} aside={total > 0 && <span>{t('quarantine.count', counted(total))}</span>}>
      <div className={style.body}>
        <p className={style.note}>{t(total > 0 ? 'quarantine.means' : 'quarantine.empty')}</p>
        {mayManage(role) && total > 1 && <ReplayAll replay={replay} />}
        <Told replay={replay} />
        {replay.error && <Trouble error={replay.error} />}
        <Waiting items={items} replay={replay} />
        <Discarded />
      </div>
    </Card>
  )
}

function ReplayAll({ replay: { all, progress } }: { replay: Replay }) {
  const { t } = useTranslation('sources')
  if (!progress)
    return (
      <div>
        <Button onPress={() => all()}>{t('quarantine.replayAll')}</Button>
      </div>
    )
  const share = progress.all === 0 ? null : progress.done / progress.all
  return <Bar share={share} words={t('quarantine.replaying', progress)} />
}

/** What came of reading all of them again. */
function Told({ replay: { isAllDone, outcomes, progress } }: { replay: Replay }) {
  const { t } = useTranslation('sources')
  const left = [...outcomes.values()].filter((outcome) => outcome === 'quarantined').length
  const words =
    left === 0 ? t('quarantine.readAgainAll') : t('quarantine.readAgain', { taken: outcomes.size - left, left })
  return <p role="status">{isAllDone && !progress && outcomes.size > 0 ? words : ''}</p>
}

function Waiting({ items, replay }: { items: readonly Quarantined[]; replay: Replay }) {
  const { t } = useTranslation('sources')
  const counted = useCounted()
  const [isAll, setAll] = useState(false)
  if (items.length === 0) return null
  return (
    <>
      <ul className={style.deliveries}>
        {(isAll ? items : items.slice(0, few)).map((delivery) => (
          <QuarantinedRow key={delivery.id} delivery={delivery} replay={replay} />
        ))}
      </ul>
      {!isAll && items.length > few && (
        <div>
          <Button onPress={() => setAll(true)}>{t('quarantine.more', counted(items.length))}</Button>
        </div>
      )}
    </>
  )
}
