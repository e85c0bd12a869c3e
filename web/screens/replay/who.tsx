import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { NoShowRow } from '../../../src/http/workspace/no-shows.ts'
import { Pill } from '../../parts/pill.tsx'
import { useSlug } from '../../session.ts'
import style from './people.module.css'

/** Who it is, and the way to everything about them. */
export function Who({ person, mark }: { person: NoShowRow['person']; mark: string | null }) {
  const { t } = useTranslation()
  const slug = useSlug()
  const { id, name, email, company } = person
  const about = [name === null ? null : email, company].filter((text) => text !== null)
  return (
    <th scope="row" className={style.who}>
      <Link href={`/w/${slug}/people/${id}`}>
        <bdi>{name ?? email ?? t('nobodyKnown')}</bdi>
      </Link>
      {mark && <Pill>{mark}</Pill>}
      {about.length > 0 && (
        <small>
          {about.map((text) => (
            <bdi key={text}>{text}</bdi>
          ))}
        </small>
      )}
    </th>
  )
}
