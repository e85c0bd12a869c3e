import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounted } from '../counted.ts'
import { Trouble } from '../parts/trouble.tsx'
import { useSlug } from '../session.ts'
import { useTyped } from '../typed.ts'
import { useApi } from '../workspace-api.ts'
import style from './person-search.module.css'
import { type Person, useNameOf } from './who.tsx'

/** Finds somebody by name, address or company and lets one be chosen; those of `webinar`, where there is one, come first. */
export function PersonSearch(props: { webinar?: string; onChoose: (person: Person) => void }) {
  const { webinar, onChoose } = props
  const { t } = useTranslation('repair')
  const [asked, setAsked] = useState('')
  const [typed, setTyped] = useTyped(asked, setAsked)
  const { data, error, refetch, isFetching } = useFound(asked, webinar)
  return (
    <div className={style.search}>
      <input
        type="search"
        className={style.field}
        aria-label={t('search')}
        placeholder={t('searchFor')}
        // biome-ignore lint/a11y/noAutofocus: it appears where its own button was pressed, and who pressed that goes on by typing; without it the first letters go nowhere
        autoFocus
        dir={typed ? 'auto' : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Status asked={asked} isFetching={isFetching} count={data ? data.own.length + data.others.length : null} />
      {error && <Trouble error={error} retry={refetch} />}
      {asked && data && (
        <div className={style.found}>
          <Found title={webinar && data.own.length > 0 ? t('ofWebinar') : null} people={data.own} onChoose={onChoose} />
          <Found
            title={data.own.length > 0 && data.others.length > 0 ? t('ofAll') : null}
            people={data.others}
            onChoose={onChoose}
          />
        </div>
      )}
    </div>
  )
}

function Status({ asked, isFetching, count }: { asked: string; isFetching: boolean; count: number | null }) {
  const { t } = useTranslation('repair')
  const counted = useCounted()
  let words: ReactNode = null
  if (asked && isFetching) words = t('searching')
  else if (asked && count !== null) words = count === 0 ? t('notFound') : t('found', counted(count))
  return (
    <p role="status" className={style.status}>
      {words}
    </p>
  )
}

function Found(props: { title: string | null; people: readonly Person[]; onChoose: (person: Person) => void }) {
  const { title, people, onChoose } = props
  const nameOf = useNameOf()
  if (people.length === 0) return null
  return (
    <>
      {title && <h3>{title}</h3>}
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onChoose(person)}>
              <bdi>{nameOf(person)}</bdi>
              <small>
                <bdi>{person.name === null ? '' : person.email}</bdi>
                {person.name !== null && person.email && person.company && ' · '}
                <bdi>{person.company}</bdi>
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const most = '8'

/** Who matches: of the webinar by its ranking, of all by a search. */
function useFound(q: string, webinar: string | undefined) {
  const api = useApi()
  const slug = useSlug()
  return useQuery({
    queryKey: [slug, 'who', webinar ?? null, q],
    enabled: q !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const init = { init: { signal } }
      const query = { q, limit: most }
      const ofWebinar = async () =>
        webinar ? (await (await api.ranking.$get({ param: { id: webinar }, query }, init)).json()).items : []
      const ofAll = async () => (await (await api.peopleList.$get({ query }, init)).json()).items
      const [ranked, all] = await Promise.all([ofWebinar(), ofAll()])
      const own: Person[] = ranked.map(({ person }) => person)
      const ids = new Set(own.map(({ id }) => id))
      return { own, others: all.filter(({ id }) => !ids.has(id)) as Person[] }
    },
  })
}
