import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { QuestionRow } from '../../../src/http/workspace/questions.ts'
import { useFormat } from '../../format.ts'
import { Topics } from '../../parts/marked.tsx'
import { Score } from '../../parts/ripeness.tsx'
import { Said } from '../../parts/said.tsx'
import { useSlug } from '../../session.ts'
import { useWhen } from '../../when.ts'
import style from './questions.module.css'

/** One thing that was said: when, by whom, and what of it is about buying. */
export function Question({ question }: { question: QuestionRow }) {
  const { t } = useTranslation(['questions', 'common'])
  const { where, buying, staff } = question
  const topics = [...new Set(buying.map(({ topic }) => topic))]
  return (
    <li className={style.question} data-staff={staff || undefined}>
      <p className={style.when}>
        <Moment question={question} />
        <span className={style.where}>{t(`common:where.${where}`)}</span>
      </p>
      <div className={style.body}>
        <p className={style.who}>
          <Who question={question} />
        </p>
        <Said said={question} />
      </div>
      {topics.length > 0 && (
        <p className={style.topics}>
          <Topics topics={topics} />
        </p>
      )}
    </li>
  )
}

/** The minute of the live time, else the day. */
function Moment({ question: { second, at } }: { question: QuestionRow }) {
  const { t } = useTranslation('questions')
  const format = useFormat()
  const when = useWhen()
  if (second === null) return <time dateTime={at}>{when.dayAndTime(at)}</time>
  return (
    <time dateTime={at} title={when.dayAndTime(at)}>
      <span className="unseen">{t('minute')} </span>
      <bdi dir="ltr">{format.clock(second)}</bdi>
    </time>
  )
}

function Who({ question: { person, shownName, staff } }: { question: QuestionRow }) {
  const { t } = useTranslation(['questions', 'common'])
  const slug = useSlug()
  if (!person)
    return (
      <>
        {shownName && <bdi>{shownName}</bdi>}
        <span className={style.unknown} title={t('unidentifiedMeans')}>
          {staff ? t('staff') : t('unidentified')}
        </span>
      </>
    )
  const { id, name, email, company, score, temperature } = person
  return (
    <>
      <Link href={`/w/${slug}/people/${id}`}>
        <bdi>{name ?? email ?? t('common:nobodyKnown')}</bdi>
      </Link>
      {company && (
        <span className={style.company}>
          <bdi>{company}</bdi>
        </span>
      )}
      {staff ? <span className={style.unknown}>{t('staff')}</span> : <Score score={score} temperature={temperature} />}
    </>
  )
}
