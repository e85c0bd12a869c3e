import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../src/http/workspace/people.ts'
import { Topics } from '../parts/marked.tsx'
import { Said } from '../parts/said.tsx'
import { useWhen } from '../when.ts'
import type { About } from './about.ts'
import { type Detail, factDetails } from './fact-details.ts'
import { useFactWords } from './fact-words.ts'
import style from './happened.module.css'
import { unsaid } from './own-words.ts'
import { Value } from './value.tsx'

export type Fact = PersonAnswer['timeline'][number]

/** One thing that happened: when, what, in which webinar, and what it says beyond that. */
export function Happened({ fact, about }: { fact: Fact; about: About }) {
  const { typeName } = useFactWords()
  const when = useWhen()
  const details = factDetails(unsaid(fact), about.name)
  const topic = fact.webinarId && about.topics.get(fact.webinarId)
  return (
    <li className={style.happened}>
      <time dateTime={fact.at}>{when.dayAndTime(fact.at)}</time>
      <div>
        <p className={style.title}>
          <span className={style.what}>{typeName(fact.type)}</span>
          {topic && (
            <small>
              {' · '}
              <bdi>{topic}</bdi>
            </small>
          )}
          <Topics topics={[...new Set(fact.buying.map((signal) => signal.topic))]} />
        </p>
        {fact.said.map((each, part) => (
          <Said key={part} said={each} />
        ))}
        {details.length > 0 && <Details details={details} />}
      </div>
    </li>
  )
}

function Details({ details }: { details: readonly Detail[] }) {
  const { dataName } = useFactWords()
  const { t } = useTranslation('person')
  return (
    <dl className={style.details}>
      {details.map((detail, index) => (
        <div key={index}>
          <dt>{detail.asked ? <bdi>{detail.name}</bdi> : dataName(detail.name)}</dt>
          <dd>
            <span className="unseen">{t('facts.is')}</span>
            <Value detail={detail} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
