import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PersonListed } from '../../../src/http/workspace/people-shape.ts'
import { Grade, Score } from '../../parts/ripeness.tsx'
import { useSlug } from '../../session.ts'
import { useWhen } from '../../when.ts'
import style from './list.module.css'
import { roles } from './table-roles.ts'

/** One person of the list; a press anywhere leads to everything about them. */
export const Row = memo(function Row(props: { index: number; person: PersonListed; start: number }) {
  const { index, person, start } = props
  const { t } = useTranslation(['people', 'common'])
  const slug = useSlug()
  const when = useWhen()
  const about = [person.jobTitle, person.company].filter((text) => text !== null)
  return (
    <div {...roles.row(index + 2)} className={style.row} style={{ transform: `translateY(${start}px)` }}>
      <div {...roles.cell} className={style.who}>
        <b>
          <Link href={`/w/${slug}/people/${person.id}`} className={style.link}>
            <bdi>{person.name ?? person.email ?? t('common:nobodyKnown')}</bdi>
          </Link>
          {person.wantsNoMail && <span className={style.noMail}>{t('noMail')}</span>}
        </b>
        <small>
          <bdi>{about[0] ?? person.email}</bdi>
          {about.length > 1 && <span className={style.between}>·</span>}
          <bdi>{about[1]}</bdi>
        </small>
      </div>
      <div {...roles.cell} className={style.stage}>
        {t(`common:stage.${person.stage}`)}
      </div>
      <div {...roles.cell} className={style.fit}>
        <Grade grade={person.grade} />
      </div>
      <div {...roles.cell} className={style.last}>
        {person.lastActivityAt ? when.day(person.lastActivityAt) : '–'}
      </div>
      <div {...roles.cell} className={style.score}>
        <Score score={person.score} temperature={person.temperature} />
      </div>
    </div>
  )
})
