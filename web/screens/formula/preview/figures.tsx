import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { leftToRight } from '../../../direction.ts'
import { useFormat } from '../../../format.ts'
import type { Preview } from '../answers.ts'
import style from './preview.module.css'

/** How much the draft moves, in headline figures. */
export function Figures({ preview }: { preview: Preview }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const { people, changed, lines, hotPerDay, questions } = preview
  const net = (line: 'mql' | 'sql') => lines[line].entered.count - lines[line].left.count
  const { before, after, callsPerDay } = hotPerDay
  const calls =
    callsPerDay !== null &&
    t(after !== null && after > callsPerDay ? 'preview.tooMany' : 'preview.calls', {
      number: format.number(callsPerDay),
    })
  return (
    <dl className={style.figures}>
      <Figure name={t('preview.changed')} note={t('preview.changedOf', { number: format.count(people) })}>
        {format.count(changed)}
      </Figure>
      <Figure name="MQL" note={inAndOut(lines.mql)}>
        {leftToRight(format.points(net('mql')))}
      </Figure>
      <Figure name="SQL" note={inAndOut(lines.sql)}>
        {leftToRight(format.points(net('sql')))}
      </Figure>
      <Figure
        name={t('preview.hot')}
        note={
          <>
            {before === null ? t('preview.hotUnknown') : t('preview.hotBefore', { number: format.number(before) })}
            {calls && ` · ${calls}`}
          </>
        }
      >
        {after === null ? '–' : format.number(after)}
      </Figure>
      {questions.asked > 0 && (
        <Figure
          name={t('preview.questions')}
          note={t('preview.questionsBefore', {
            before: format.count(questions.before),
            all: format.count(questions.asked),
            days: format.count(questions.days),
          })}
        >
          {format.count(questions.after)}
        </Figure>
      )}
    </dl>
  )

  function inAndOut({ entered, left }: Preview['lines']['mql']): string {
    return t('preview.inAndOut', { entered: format.count(entered.count), left: format.count(left.count) })
  }
}

function Figure({ name, note, children }: { name: string; note: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{children}</b>
        <small>{note}</small>
      </dd>
    </div>
  )
}
