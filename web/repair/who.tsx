import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useSlug } from '../session.ts'

/** Somebody by name and address, as far as they are known. */
export interface Person {
  id: string
  name: string | null
  email: string | null
  company?: string | null
}

/** The name of somebody in one line: the name, else the address. */
export function useNameOf(): (person: Pick<Person, 'name' | 'email'>) => string {
  const { t } = useTranslation()
  return ({ name, email }) => name ?? email ?? t('nobodyKnown')
}

/** Name, address and company; leads to the person. */
export function Who({ person }: { person: Person }) {
  const slug = useSlug()
  const nameOf = useNameOf()
  const more = [person.name === null ? null : person.email, person.company].filter(Boolean)
  return (
    <>
      <Link href={`/w/${slug}/people/${person.id}`}>
        <bdi>{nameOf(person)}</bdi>
      </Link>
      {more.length > 0 && (
        <small>
          {more.map((each, index) => (
            <span key={each}>
              {index > 0 && ' · '}
              <bdi>{each}</bdi>
            </span>
          ))}
        </small>
      )}
    </>
  )
}
