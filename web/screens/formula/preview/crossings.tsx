import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { useCounted } from '../../../counted.ts'
import { useFormat } from '../../../format.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { useSlug } from '../../../session.ts'
import type { Crossing, Moved } from '../answers.ts'
import { BeforeAfter } from './before-after.tsx'
import style from './preview.module.css'

/** So many names are in sight before somebody asks for all. */
const handful = 8

/** Who comes over a line and who drops below it, by name. */
export function Crossings(props: { line: 'mql' | 'sql'; crossing: Record<'entered' | 'left', Crossing> }) {
  const { t } = useTranslation('formula')
  const { line, crossing } = props
  return (
    <Card title={t(`preview.line.${line}`)}>
      <div className={style.sides}>
        {(['entered', 'left'] as const).map((side) => (
          <People key={side} name={`${line}.${side}`} title={t(`preview.${side}`)} crossing={crossing[side]} />
        ))}
      </div>
    </Card>
  )
}

function People({ name, title, crossing }: { name: string; title: string; crossing: Crossing }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const counted = useCounted()
  const [params, setParams] = useSearchParams()
  const isWhole = params.getAll('all').includes(name)
  const shown = isWhole ? crossing.people : crossing.people.slice(0, handful)
  const more = crossing.people.length - shown.length
  const unnamed = crossing.count - crossing.people.length
  function showAll() {
    setParams(
      (now) => {
        now.append('all', name)
        return now
      },
      { replace: true },
    )
  }
  return (
    <section aria-label={title}>
      <h3>
        {title} <span>{format.count(crossing.count)}</span>
      </h3>
      {crossing.count === 0 && <p className={style.nobody}>{t('preview.nobody')}</p>}
      <ul className={style.people}>
        {shown.map((moved) => (
          <Person key={moved.person.id} moved={moved} />
        ))}
      </ul>
      {more > 0 && <Button onPress={showAll}>{t('preview.all', counted(more))}</Button>}
      {more === 0 && unnamed > 0 && <p className={style.nobody}>{t('preview.beyond', counted(unnamed))}</p>}
    </section>
  )
}

function Person({ moved: { person, before, after } }: { moved: Moved }) {
  const { t } = useTranslation()
  const slug = useSlug()
  return (
    <li>
      <span className={style.who}>
        <Link href={`/w/${slug}/people/${person.id}`}>
          <bdi>{person.name ?? person.email ?? t('nobodyKnown')}</bdi>
        </Link>
        {person.company && (
          <small>
            <bdi>{person.company}</bdi>
          </small>
        )}
      </span>
      <BeforeAfter before={before.score} after={after.score} />
    </li>
  )
}
