import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { useFormat } from '../../format.ts'
import { doubtName } from '../../parts/ledger-sentence.ts'
import { Pill } from '../../parts/pill.tsx'
import style from './head.module.css'

/** Who it is, how to reach them, and what about their details is doubtful. */
export function Head({ person, card }: { person: PersonAnswer['person']; card: PersonAnswer['scorecard'] }) {
  const { t, i18n } = useTranslation(['person', 'common'])
  const title = [person.jobTitle, person.company].filter((part) => part !== null)
  return (
    <header className={style.head}>
      <div className={style.who}>
        <h1>
          <bdi>{person.name ?? person.email ?? t('common:nobodyKnown')}</bdi>
        </h1>
        <Pill>{t(`common:stage.${card.stage}`)}</Pill>
        {card.surge && (
          <span className={style.surge} title={t('surge.why')}>
            {t('surge.mark')}
          </span>
        )}
      </div>
      {person.nameFromRoom && <p className={style.title}>{t('contact.shown')}</p>}
      {title.length > 0 && (
        <p className={style.title}>
          {title.map((part, index) => (
            <span key={part}>
              {index > 0 && ' · '}
              <bdi>{part}</bdi>
            </span>
          ))}
        </p>
      )}
      <Contact person={person} />
      {card.warnings.length > 0 && (
        <p className={style.warning}>
          {t('warnings', { list: card.warnings.map((each) => doubtName(i18n, each)).join(', ') })}
        </p>
      )}
    </header>
  )
}

function Contact({ person }: { person: PersonAnswer['person'] }) {
  const { t, i18n } = useTranslation(['person', 'common'])
  const format = useFormat()
  const others = person.addresses.filter((address) => address !== person.email)
  const known: [ReactNode, string | null][] = [
    [t('contact.phone'), person.phone],
    [t('contact.country'), person.country && countryIn(i18n.language, person.country)],
    [t('contact.industry'), person.industry],
    [t('contact.employees'), person.employees === null ? null : format.count(person.employees)],
    [t('contact.others'), others.join(', ') || null],
    ...Object.entries(person.attributes).map(([name, value]): [ReactNode, string] => [
      <bdi key={name}>{name}</bdi>,
      String(value),
    ]),
  ]
  return (
    <dl className={style.contact}>
      {person.email && (
        <div>
          <dt>{t('contact.email')}</dt>
          <dd>
            <a href={`mailto:${encodeURIComponent(person.email).replace('%40', '@')}`}>
              <bdi>{person.email}</bdi>
            </a>
          </dd>
        </div>
      )}
      {known.map(
        ([name, value], index) =>
          value !== null && (
            <div key={index}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** A country's name where its two letters are given; else what was given. */
function countryIn(language: string, country: string): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(country.toUpperCase()) ?? country
}
