import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { QUESTION_ORDERS } from '../../../src/domain/questions.ts'
import type { QuestionsAnswer } from '../../../src/http/workspace/questions.ts'
import { useFormat } from '../../format.ts'
import { Between, Pills, TogglePill } from '../../parts/pills.tsx'
import { useTopicName } from '../../parts/topic-name.ts'
import { useTyped } from '../../typed.ts'
import type { Filters, withFilters } from './filters.ts'
import style from './questions.module.css'

interface NarrowingProps {
  filters: Filters
  counts: QuestionsAnswer['counts']
  onChange: (changed: Parameters<typeof withFilters>[1]) => void
}

/** What is shown: all, what is about buying, one topic of it; where it was said; a part of it; in which order. */
export function Narrowing({ filters, counts, onChange }: NarrowingProps) {
  return (
    <div className={style.narrowing}>
      <TopicPills {...{ filters, counts, onChange }} />
      <Fields {...{ filters, counts, onChange }} />
    </div>
  )
}

function TopicPills({ filters: { topic, buying }, counts, onChange }: NarrowingProps) {
  const { t } = useTranslation('questions')
  const nameOf = useTopicName()
  const topics = counts.topics.filter(({ topic: each, count }) => count > 0 || each === topic)
  return (
    <Pills label={t('show')} pressed={[topic, buying].join()}>
      <Counted isOn={!topic && !buying} count={counts.all} onPress={() => onChange({ topic: '', buying: '' })}>
        {t('all')}
      </Counted>
      <Counted
        isOn={buying === 'true' && !topic}
        count={counts.buying}
        onPress={() => onChange({ topic: '', buying: buying && !topic ? '' : 'true' })}
      >
        {t('aboutBuying')}
      </Counted>
      {topics.length > 0 && <Between />}
      {topics.map(({ topic: each, count }) => (
        <Counted
          key={each}
          isOn={topic === each}
          count={count}
          onPress={() => onChange({ topic: topic === each ? '' : each, buying: '' })}
        >
          <bdi>{nameOf(each)}</bdi>
        </Counted>
      ))}
    </Pills>
  )
}

function Counted(props: { isOn: boolean; count: number; onPress: () => void; children: React.ReactNode }) {
  const { count, children, ...pill } = props
  const format = useFormat()
  return (
    <TogglePill {...pill}>
      {children} <span className={style.count}>{format.count(count)}</span>
    </TogglePill>
  )
}

function Fields({ filters: { q = '', where = '', sort = 'time', staff }, counts, onChange }: NarrowingProps) {
  const { t } = useTranslation(['questions', 'common'])
  const format = useFormat()
  const [typed, setTyped] = useTyped(q, (q) => onChange({ q }))
  const places = counts.where.map((each) => each.where)
  const offered = where && !places.some((each) => each === where) ? [...places, where] : places
  return (
    <div className={style.fields}>
      <input
        type="search"
        className={style.field}
        aria-label={t('search')}
        placeholder={t('search')}
        dir={typed ? 'auto' : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <select
        className={style.field}
        aria-label={t('saidIn')}
        value={where}
        onChange={(event) => onChange({ where: event.target.value })}
      >
        <option value="">{t('everywhere')}</option>
        {offered.map((each) => (
          <option key={each} value={each}>
            {t(`common:where.${each as 'chat'}`)}
          </option>
        ))}
      </select>
      <select
        className={style.field}
        aria-label={t('order')}
        value={sort}
        onChange={(event) => onChange({ sort: event.target.value as 'time' })}
      >
        {QUESTION_ORDERS.map((each) => (
          <option key={each} value={each}>
            {t(`orderBy.${each}`)}
          </option>
        ))}
      </select>
      {(counts.staff > 0 || staff) && (
        <Staff isOn={staff === 'true'} onChange={(isOn) => onChange({ staff: isOn ? 'true' : '' })}>
          {t('withStaff', { number: format.count(counts.staff) })}
        </Staff>
      )}
    </div>
  )
}

function Staff(props: { isOn: boolean; onChange: (isOn: boolean) => void; children: React.ReactNode }) {
  const id = useId()
  return (
    <div className={style.staff}>
      <input id={id} type="checkbox" checked={props.isOn} onChange={({ target }) => props.onChange(target.checked)} />
      <label htmlFor={id}>{props.children}</label>
    </div>
  )
}
