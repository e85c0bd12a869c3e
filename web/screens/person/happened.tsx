import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { useWhen } from '../../when.ts'
import type { About } from './about.ts'
import { type Detail, factDetails } from './fact-details.ts'
import { useFactWords } from './fact-words.ts'
import style from './happened.module.css'
import { LongText } from './long-text.tsx'
import { Value } from './value.tsx'

export type Fact = PersonAnswer['timeline'][number]

/** One thing that happened: when, what, in which webinar, and what it says beyond that. */
export function Happened({ fact, about }: { fact: Fact; about: About }) {
  const { typeName } = useFactWords()
  const when = useWhen()
  const details = factDetails(fact.data, about.name)
  const topic = fact.webinarId && about.topics.get(fact.webinarId)
  const said = details.filter(({ name }) => name === 'text')
  const rest = details.filter(({ name }) => name !== 'text')
  return (
    <li className={style.happened}>
      <time dateTime={fact.at}>{when.dayAndTime(fact.at)}</time>
      <div>
        <p>
          <span className={style.what}>{typeName(fact.type)}</span>
          {topic && (
            <small>
              {' · '}
              <bdi>{topic}</bdi>
            </small>
          )}
        </p>
        {said.map((each) => (
          <p key={each.name} className={style.said}>
            <LongText text={String(each.value)} />
          </p>
        ))}
        {rest.length > 0 && <Details details={rest} />}
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
