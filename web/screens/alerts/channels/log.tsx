import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useCounted } from '../../../counted.ts'
import { Button } from '../../../parts/button.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { useApi } from '../../../workspace-api.ts'
import style from './channels.module.css'
import { type Channel, type Send, useSends } from './queries.ts'
import { useAct } from './use-act.ts'

/** What went out by a channel, or is to, with its answers; each can be sent once more. */
export function Log({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channels')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={style.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('log')}</summary>
      {isOpen && <Sends id={channel.id} />}
    </details>
  )
}

function Sends({ id }: { id: string }) {
  const { t } = useTranslation('channels')
  const { data, error, refetch } = useSends(id)
  if (!data) return error ? <Trouble error={error} retry={refetch} /> : <Loading />
  if (data.length === 0) return <p className={style.note}>{t('nothingSent')}</p>
  return (
    <ol className={style.log}>
      {data.map((send) => (
        <OneSend key={send.id} send={send} />
      ))}
    </ol>
  )
}

function OneSend({ send }: { send: Send }) {
  const { t } = useTranslation(['channels', 'alerts'])
  const when = useWhen()
  const api = useApi()
  const { act, error, isBusy } = useAct()
  const { id, state, about, rules, tries, answer, createdAt, dueAt, endedAt } = send
  const isAgain = state === 'waiting' && tries > 0
  const at = when.dayAndTime(endedAt ?? dueAt)
  return (
    <li className={style.send}>
      <time dateTime={createdAt}>{when.dayAndTime(createdAt)}</time>
      <span className={style.about}>
        {rules.length > 0 ? rules.map((rule) => <bdi key={rule}>{rule}</bdi>) : <What about={about} />}
        <Whom of={send} />
        <small data-state={state === 'refused' || isAgain ? 'wrong' : undefined}>
          {t(`alerts:sent.${isAgain ? 'again' : state === 'waiting' ? 'later' : state}`, { at })}
          {tries > 1 && ` · ${t('tries', { count: tries })}`}
          {answer && (
            <>
              {' · '}
              <bdi>{answer}</bdi>
            </>
          )}
        </small>
        {error !== null && <Trouble error={error} />}
      </span>
      {state !== 'waiting' && (
        <Button isDisabled={isBusy} onPress={() => act(() => api.sends.resend.$post({ param: { id } }))}>
          {t('resend')}
        </Button>
      )}
    </li>
  )
}

/** What was sent that is no alert. Events of the workspace have no words: a program knows them by their type. */
function What({ about }: { about: string }) {
  const { t } = useTranslation('channels')
  return about === 'export' || about === 'switched_off' ? t(`about.${about}`) : <bdi>{about}</bdi>
}

/** Whom the alerts are about: the first by name. */
function Whom({ of: { people, peopleCount } }: { of: Send }) {
  const { t } = useTranslation(['channels', 'common'])
  const counted = useCounted()
  const slug = useSlug()
  if (people.length === 0) return null
  return (
    <span className={style.whom}>
      {people.map(({ id, name, email }) => (
        <Link key={id} href={`/w/${slug}/people/${id}`}>
          <bdi>{name ?? email ?? t('common:nobodyKnown')}</bdi>
        </Link>
      ))}
      {peopleCount > people.length && <span>{t('othersToo', counted(peopleCount - people.length))}</span>}
    </span>
  )
}
