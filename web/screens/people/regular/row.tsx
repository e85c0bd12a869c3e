import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import type { ScheduleShown } from '../../../../src/http/workspace/schedule-shape.ts'
import { useCounted } from '../../../counted.ts'
import { Button } from '../../../parts/button.tsx'
import { Confirm } from '../../../parts/confirm.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useWhen } from '../../../when.ts'
import { useScheduleCalls } from './queries.ts'
import style from './regular.module.css'
import { useRhythm } from './rhythm.ts'
import { type Choices, kindOf, ScheduleBox } from './schedule-box.tsx'

/** One that is sent: of whom, when and to whom; what came of it, and what can be done. */
export function Row({ schedule, ...choices }: { schedule: ScheduleShown } & Choices) {
  const { id, name, enabled, problem, nextAt } = schedule
  const { t } = useTranslation('people')
  const when = useWhen()
  const rhythm = useRhythm()
  const calls = useScheduleCalls()
  const [error, setError] = useState<unknown>(null)
  const act = (job: Promise<void>) => job.then(() => setError(null), setError)
  const named = choices.segments.find(({ key }) => key === schedule.segment)?.name ?? schedule.segmentName
  const whom = schedule.segment === null ? t('regular.everybody') : (named ?? '…')
  return (
    <li className={style.row}>
      <div className={style.said}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span>
          <bdi>{whom}</bdi> · {rhythm(schedule.when)} ·{' '}
          <bdi>{t('regular.to', { channel: schedule.channelName ?? '…' })}</bdi> ·{' '}
          {t(`regular.${kindOf(schedule.file)}`)}
        </span>
        <span className={style.soft}>
          {!enabled && t('regular.paused')}
          {enabled && (nextAt === null ? t('regular.afterNext') : t('regular.next', { when: when.dayAndTime(nextAt) }))}
          {' · '}
          <Last schedule={schedule} />
        </span>
        {problem && <span className={style.problem}>{t(`regular.problem.${problem}`)}</span>}
        {error !== null && <Trouble error={error} />}
      </div>
      <div className={style.tools}>
        <Button aria-label={t('regular.runOf', { name })} onPress={() => act(calls.run(id))}>
          {t('regular.run')}
        </Button>
        <Button
          aria-label={t(enabled ? 'regular.pauseOf' : 'regular.resumeOf', { name })}
          onPress={() => act(calls.enable(id, !enabled))}
        >
          {t(enabled ? 'regular.pause' : 'regular.resume')}
        </Button>
        <DialogTrigger>
          <Button aria-label={t('regular.changeOf', { name })}>{t('regular.change')}</Button>
          <ScheduleBox schedule={schedule} {...choices} />
        </DialogTrigger>
        <Confirm
          open={t('regular.delete')}
          of={t('regular.deleteOf', { name })}
          title={t('regular.deleteSure')}
          go={t('regular.delete')}
          stay={t('regular.keep')}
          onGo={() => act(calls.remove(id))}
        >
          <p>
            <bdi>{name}</bdi>
          </p>
          <p>{t('regular.deleteMeans')}</p>
        </Confirm>
      </div>
    </li>
  )
}

function Last({ schedule: { last } }: { schedule: ScheduleShown }) {
  const { t } = useTranslation('people')
  const when = useWhen()
  const counted = useCounted()
  if (!last) return t('regular.never')
  const { at, result, people, why, send } = last
  const parts = [t('regular.last', { when: when.dayAndTime(at) })]
  if (result === 'sent') parts.push(t('count', counted(people)))
  parts.push(
    send
      ? t(`regular.state.${send.state}`, { answer: send.answer ?? '' })
      : t(`regular.result.${result}`, { why: why ?? '' }),
  )
  return parts.join(', ')
}
