import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { Button } from '../../parts/button.tsx'
import { Pill } from '../../parts/pill.tsx'
import { PersonSearch } from '../../repair/person-search.tsx'
import { type Person, useNameOf } from '../../repair/who.tsx'
import { useLength, useWhen } from '../../when.ts'
import type { ShownSheet } from './queries.ts'
import style from './reconciliation.module.css'

type Guest = ShownSheet['unidentified']['items'][number]

/** One unidentified attendee: the name shown, when and how long, by which sources, and who it may be. */
export function GuestRow(props: {
  guest: Guest
  webinar: string
  isBusy: boolean
  say: ((person: Person) => void) | null
}) {
  const { guest, webinar, isBusy, say } = props
  const { t } = useTranslation('reconciliation')
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={style.guest}>
      <About guest={guest} />
      <div className={style.suggestions}>
        {guest.suggestions.map(({ person, because }) => (
          <Suggestion key={person.id} person={person} because={t(`unidentified.because.${because}`)}>
            {say && (
              <Button isDisabled={isBusy} onPress={() => say(person)}>
                <Is person={person} />
              </Button>
            )}
          </Suggestion>
        ))}
        {say && (
          <div>
            <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {t(guest.suggestions.length > 0 ? 'unidentified.other' : 'unidentified.say')}
            </Button>
          </div>
        )}
        {say && isOpen && <PersonSearch webinar={webinar} onChoose={say} />}
      </div>
    </li>
  )
}

function About({ guest: { name, seconds, connections } }: { guest: Guest }) {
  const { t } = useTranslation('reconciliation')
  const counted = useCounted()
  const length = useLength()
  const { time } = useWhen()
  const [first] = connections
  const sources = [...new Set(connections.flatMap(({ sources }) => sources))]
  const isPhone = connections.some((connection) => connection.isPhone)
  const stay =
    first!.leftAt === null
      ? t('unidentified.open', { from: time(first!.joinedAt) })
      : t('unidentified.stays', { from: time(first!.joinedAt), to: time(first!.leftAt) })
  const parts = [
    length(seconds),
    connections.length === 1 ? stay : t('unidentified.connections', counted(connections.length)),
    sources.map((source) => t(`unidentified.source.${source}`)).join(', '),
  ]
  return (
    <div className={style.about}>
      <p>
        <b>
          <bdi>{name ?? t('unidentified.nameless')}</bdi>
        </b>
        {isPhone && <Pill>{t('unidentified.phone')}</Pill>}
      </p>
      <small>{parts.join(' · ')}</small>
    </div>
  )
}

function Suggestion({ person, because, children }: { person: Person; because: string; children: ReactNode }) {
  const nameOf = useNameOf()
  return (
    <div className={style.suggestion}>
      {children ?? <bdi>{nameOf(person)}</bdi>}
      <small>
        {person.name !== null && person.email !== null && (
          <>
            <bdi>{person.email}</bdi>
            {', '}
          </>
        )}
        {because}
      </small>
    </div>
  )
}

function Is({ person }: { person: Person }) {
  const { t } = useTranslation('reconciliation')
  const nameOf = useNameOf()
  return t('unidentified.is', { who: `\u2068${nameOf(person)}\u2069` })
}
