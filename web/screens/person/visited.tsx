import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { useFormat } from '../../format.ts'
import { Card } from '../../parts/card.tsx'
import { Copy } from '../../parts/copy.tsx'
import { useKindName } from '../../parts/kind-name.ts'
import { Legend } from '../../parts/legend.tsx'
import { barsOf } from '../../parts/part-colours.ts'
import { Pill } from '../../parts/pill.tsx'
import { PointsBar } from '../../parts/points-bar.tsx'
import { Amount } from '../../parts/ripeness.tsx'
import { isUnplaced, Strip } from '../../parts/strip.tsx'
import { useSlug } from '../../session.ts'
import { advertisedStart, useLength, useWhen } from '../../when.ts'
import style from './visited.module.css'

type Webinar = PersonAnswer['webinars'][number]

/** One presence strip for each webinar of the person. */
export function Visited({ webinars }: { webinars: readonly Webinar[] }) {
  const { t } = useTranslation(['person', 'common'])
  const bars = barsOf(webinars.map(({ parts }) => parts))
  return (
    <Card title={t('webinars.title', { count: webinars.length })}>
      {webinars.length === 0 && <p className={style.none}>{t('webinars.nothing')}</p>}
      <ul className={style.list}>
        {webinars.map((webinar) => (
          <li key={webinar.id} className={style.webinar}>
            <Which webinar={webinar} />
            <Presence webinar={webinar} />
            <div className={style.points}>
              <Amount value={webinar.points} />
              <PointsBar parts={webinar.parts} bars={bars} />
            </div>
          </li>
        ))}
      </ul>
      {webinars.length > 0 && <Legend colours={bars.colours} />}
    </Card>
  )
}

function Which({ webinar }: { webinar: Webinar }) {
  const { t } = useTranslation('person')
  const kindName = useKindName()
  const slug = useSlug()
  const when = useWhen()
  const { id, topic, kind, state } = webinar
  const start = advertisedStart(webinar)
  return (
    <div className={style.which}>
      <Link href={`/w/${slug}/webinars/${id}`}>
        <bdi>{topic ?? t('untitled')}</bdi>
      </Link>
      <small>
        {start && `${when.day(start)} · `}
        <bdi>{kindName(kind)}</bdi>
      </small>
      {state === 'live' && <Pill live>{t('webinars.live')}</Pill>}
    </div>
  )
}

function Presence({ webinar }: { webinar: Webinar }) {
  const { t } = useTranslation(['person', 'common'])
  const { presence, marks, liveSeconds, state, link, topic } = webinar
  const words = usePresenceWords()(webinar)
  if (state === 'scheduled')
    return <p className={style.words}>{t(webinar.registered ? 'webinars.comesUp' : 'webinars.scheduled')}</p>
  return (
    <div>
      <Strip
        {...{ presence, marks }}
        isUnplaced={isUnplaced(webinar)}
        seconds={liveSeconds}
        now={state === 'live' ? liveSeconds : null}
      />
      <p className={style.words}>{words}</p>
      {link !== null && (
        <p className={style.link}>
          <span>{t('person:webinars.link')}</span>
          <Copy text={link} words={t('common:copy.link')} of={topic ?? t('person:untitled')} />
        </p>
      )}
    </div>
  )
}

/** How long, which part of it, and how: in words below the strip. */
function usePresenceWords() {
  const { t } = useTranslation(['person', 'common'])
  const format = useFormat()
  const length = useLength()
  return ({ attendance, registered, noShow, questions, pollAnswers }: Webinar): string => {
    const { liveSeconds, replaySeconds, replayEvidence, share, inRoom } = attendance
    const watched =
      replaySeconds > 0 ? t('webinars.onDemand', { length: length(replaySeconds) }) : t('webinars.watched')
    const exactly = replayEvidence === null || replayEvidence === 'intervals' ? '' : t(`common:watch.${replayEvidence}`)
    const said = [
      noShow && t('webinars.noShow'),
      liveSeconds > 0 && t('webinars.inRoom', { length: length(liveSeconds) }),
      replayEvidence !== null && watched + (exactly && ` (${exactly})`),
      share !== null && liveSeconds + replaySeconds > 0 && format.fullPercent(share),
      inRoom && t('webinars.there'),
      questions > 0 && t('common:strip.question', { count: questions }),
      pollAnswers > 0 && t('common:strip.poll', { count: pollAnswers }),
      !registered && t('webinars.unregistered'),
    ]
    return said.filter(Boolean).join(' · ')
  }
}
