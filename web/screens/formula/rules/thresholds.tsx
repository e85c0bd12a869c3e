import { useTranslation } from 'react-i18next'
import type { Model } from '../../../../src/domain/model.ts'
import { leftToRight } from '../../../direction.ts'
import { useFormat } from '../../../format.ts'
import { Card } from '../../../parts/card.tsx'
import { readPoints } from '../edits.ts'
import { useFormula } from '../formula-state.ts'
import { NumberField } from '../number-field.tsx'
import { conditionWords } from '../words/condition-words.ts'
import { useSay } from '../words/say.ts'
import style from './thresholds.module.css'

/** The two lines that marketing and sales agree on, and what else decides who is called. */
export function Thresholds() {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const say = useSay()
  const { model } = useFormula()
  const { goals, disqualify } = model
  return (
    <Card title={t('thresholds.title')}>
      <dl className={style.lines}>
        <Line which="mql" />
        <Line which="sql" />
        <CallsPerDay />
        {disqualify && (
          <div>
            <dt>{t('thresholds.disqualified')}</dt>
            <dd>
              {t('thresholds.disqualify', {
                score: leftToRight(format.number(disqualify.below)),
                days: say.days(disqualify.days),
              })}
            </dd>
          </div>
        )}
      </dl>
      {goals.length > 0 && (
        <div className={style.goals}>
          <h3>{t('thresholds.goals')}</h3>
          <ul>
            {goals.map((goal) => (
              <li key={goal}>
                <bdi>{goal}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}

function Line({ which }: { which: 'mql' | 'sql' }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const say = useSay()
  const { model, inForce, mayEdit, change } = useFormula()
  const threshold = model.thresholds[which]
  const before = inForce.model.thresholds[which]
  const set = (score: number) => (now: Model) => ({ ...now, thresholds: { ...now.thresholds, [which]: score } })
  return (
    <div>
      <dt>
        <b>{which.toUpperCase()}</b> {t(`thresholds.${which}`)}
      </dt>
      <dd>
        {typeof threshold !== 'number' && conditionWords(say, threshold)}
        {typeof threshold === 'number' &&
          (mayEdit ? (
            <NumberField
              label={t('thresholds.scoreFor', { line: which.toUpperCase() })}
              value={threshold}
              write={format.number}
              read={readPoints}
              wrong={t('rules.wrongPoints')}
              send={(score) => change(set(score))}
            />
          ) : (
            leftToRight(format.number(threshold))
          ))}
        {typeof before === 'number' && before !== threshold && (
          <small>{t('rules.was', { points: leftToRight(format.number(before)) })}</small>
        )}
      </dd>
    </div>
  )
}

function CallsPerDay() {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const { model, mayEdit, change } = useFormula()
  const { callsPerDay } = model
  if (!mayEdit && callsPerDay === undefined) return null
  return (
    <div>
      <dt>{t('thresholds.calls')}</dt>
      <dd>
        {mayEdit ? (
          <NumberField
            label={t('thresholds.calls')}
            value={callsPerDay ?? 0}
            write={(calls) => (calls === 0 ? '–' : format.count(calls))}
            read={(text) => (/^\s*[-–]?\s*$/.test(text) ? 0 : readPoints(text, 0))}
            wrong={t('thresholds.wrongCalls')}
            send={(calls) => change((now) => withCalls(now, calls))}
          />
        ) : (
          format.count(callsPerDay ?? 0)
        )}
      </dd>
    </div>
  )
}

/** 0: nobody has said how many. */
function withCalls({ callsPerDay: _, ...model }: Model, calls: number): Model {
  return calls === 0 ? model : { ...model, callsPerDay: calls }
}
