import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { aboutOf } from '../../facts/about.ts'
import { type OwnWords, ownWords } from '../../facts/own-words.ts'
import { Card } from '../../parts/card.tsx'
import { Topics } from '../../parts/marked.tsx'
import { Said } from '../../parts/said.tsx'
import { useSlug } from '../../session.ts'
import { useWhen } from '../../when.ts'
import { portion, usePersonAddress } from './address.ts'
import style from './in-their-words.module.css'
import { More } from './more.tsx'

/** What the person asked and wrote, the newest first, with where it was said; nothing while they have said nothing. */
export function InTheirWords({ shown }: { shown: PersonAnswer }) {
  const { t } = useTranslation('person')
  const [{ said: many }, change] = usePersonAddress()
  const words = useMemo(() => ownWords(shown.timeline), [shown.timeline])
  const { topics } = aboutOf(shown, t('untitled'))
  if (words.length === 0) return null
  return (
    <Card title={t('words.title')}>
      <ol className={style.list}>
        {words.slice(0, many).map((each) => (
          <Spoken key={each.key} words={each} topic={each.webinarId ? topics.get(each.webinarId) : undefined} />
        ))}
      </ol>
      <More left={words.length - many} portion={portion.said} show={() => change({ said: many + portion.said })} />
    </Card>
  )
}

function Spoken({ words: { at, webinarId, said }, topic }: { words: OwnWords; topic: string | undefined }) {
  const { t } = useTranslation('common')
  const slug = useSlug()
  const when = useWhen()
  return (
    <li className={style.spoken}>
      <Said said={said} />
      <p className={style.where}>
        <span>
          {t(`where.${said.where}`)} · <time dateTime={at}>{when.dayAndTime(at)}</time>
        </span>
        {topic !== undefined && (
          <Link href={`/w/${slug}/webinars/${webinarId}/questions`}>
            <bdi>{topic}</bdi>
          </Link>
        )}
        <Topics topics={[...new Set(said.buying.map((signal) => signal.topic))]} />
      </p>
    </li>
  )
}
