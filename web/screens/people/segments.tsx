import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { SegmentList } from '../../../src/http/workspace/segment-shape.ts'
import { useFormat } from '../../format.ts'
import { useMedia } from '../../media.ts'
import { useSlug } from '../../session.ts'
import { type Filters, isSame } from './filters.ts'
import { type Named, useNamed } from './named.ts'
import style from './segments.module.css'

const narrow = '(max-width: 1000px)'

/** What was saved and what every workspace has: a list beside the people, a menu where there is no room for one. */
export function Segments(props: { segments: SegmentList; filters: Filters; onShow: (filters: Filters) => void }) {
  const { segments, filters, onShow } = props
  const { t } = useTranslation('people')
  const isNarrow = useMedia(narrow)
  const { ready, own } = useNamed(segments)
  const all: Named = { key: 'all', name: t('all'), filters: {}, people: null }
  if (isNarrow) return <Menu all={all} ready={ready} own={own} filters={filters} onShow={onShow} />
  return (
    <nav aria-label={t('segments')} className={style.list}>
      <Group shown={[all, ...ready]} filters={filters} />
      <h2>{t('own')}</h2>
      {own.length > 0 ? <Group shown={own} filters={filters} /> : <p>{t('noneSaved')}</p>}
    </nav>
  )
}

function Group({ shown, filters }: { shown: readonly Named[]; filters: Filters }) {
  const slug = useSlug()
  const format = useFormat()
  return (
    <ul>
      {shown.map((each) => (
        <li key={each.key}>
          <Link
            href={`/w/${slug}/people?${new URLSearchParams(each.filters)}`}
            aria-current={isSame(each.filters, filters) ? 'true' : undefined}
          >
            <bdi>{each.name}</bdi>
            {each.people !== null && <span>{format.count(each.people)}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Menu(props: {
  all: Named
  ready: readonly Named[]
  own: readonly Named[]
  filters: Filters
  onShow: (filters: Filters) => void
}) {
  const { all, ready, own, filters, onShow } = props
  const { t } = useTranslation('people')
  const format = useFormat()
  const every = [all, ...ready, ...own]
  const here = every.find((each) => isSame(each.filters, filters))
  const option = ({ key, name, people }: Named) => (
    <option key={key} value={key}>
      {people === null ? name : `${name} (${format.count(people)})`}
    </option>
  )
  return (
    <select
      className={style.menu}
      aria-label={t('segments')}
      value={here?.key ?? ''}
      onChange={({ target }) => onShow(every.find(({ key }) => key === target.value)?.filters ?? {})}
    >
      {!here && <option value="">{t('segments')}</option>}
      {option(all)}
      <optgroup label={t('readyMade')}>{ready.map(option)}</optgroup>
      {own.length > 0 && <optgroup label={t('own')}>{own.map(option)}</optgroup>}
    </select>
  )
}
