import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { SuggestionAnswer } from '../../../../src/http/workspace/backtest-shape.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { useRuleName } from '../../../parts/rule-name.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { Words } from '../../../parts/words.tsx'
import { withRule } from '../edits.ts'
import { useFormula } from '../formula-state.ts'
import { BeforeAfter } from '../preview/before-after.tsx'
import { useJob } from '../use-job.ts'
import { Working } from '../working.tsx'
import style from './dry-run.module.css'

/** Points that the past suggests; nothing of them goes into the draft unless somebody takes it. */
export function Suggestion() {
  const { t } = useTranslation('formula')
  const { subject } = useFormula()
  const [params, setParams] = useSearchParams()
  // What is suggested belongs to what it was asked about: taking it makes another draft, and does not ask again.
  const [asked, setAsked] = useState(params.has('suggest') ? subject : null)
  const { data, error, isFetching, progress } = useJob<SuggestionAnswer>('model/suggest', asked ?? '', asked !== null)
  function ask() {
    setAsked(subject)
    setParams(
      (now) => {
        now.set('suggest', '')
        return now
      },
      { replace: true },
    )
  }
  return (
    <Card title={t('dryRun.suggest.title')}>
      <div className={style.suggestion}>
        <p className={style.mute}>{t('dryRun.suggest.means')}</p>
        {asked !== subject && !isFetching && <Button onPress={ask}>{t('dryRun.suggest.go')}</Button>}
        {error && <Trouble error={error} />}
        {isFetching && <Working progress={progress} />}
        {data && <Suggested suggestion={data} />}
      </div>
    </Card>
  )
}

function Suggested({ suggestion }: { suggestion: SuggestionAnswer }) {
  const { t } = useTranslation('formula')
  const { change, model } = useFormula()
  const { text, key, params, changes, verdict } = suggestion
  const others = changes.filter(({ points, suggested }) => points !== suggested)
  const [left, setLeft] = useState<ReadonlySet<string>>(
    new Set(verdict === 'better' ? [] : others.map(({ rule }) => rule)),
  )
  const taken = others.filter(({ rule }) => !left.has(rule))
  const isIn = taken.every(({ rule, suggested }) =>
    model.rules.some(({ id, points }) => id === rule && points === suggested),
  )
  function toggle(rule: string) {
    setLeft((now) => new Set(now.has(rule) ? [...now].filter((each) => each !== rule) : [...now, rule]))
  }
  function take() {
    change((now) => taken.reduce((next, { rule, suggested }) => withRule(next, rule, { points: suggested }), now))
  }
  return (
    <>
      <p>
        <Words said={{ text, key, params }} />
      </p>
      {verdict !== 'nothing' && (
        <>
          <ul className={style.changes}>
            {others.map((each) => (
              <Change key={each.rule} change={each} isTaken={!left.has(each.rule)} toggle={() => toggle(each.rule)} />
            ))}
          </ul>
          {others.length === 0 && <p>{t('dryRun.suggest.same')}</p>}
          {taken.length > 0 && (
            <Button go isDisabled={isIn} onPress={take}>
              {t(isIn ? 'dryRun.suggest.taken' : 'dryRun.suggest.take')}
            </Button>
          )}
        </>
      )}
    </>
  )
}

function Change(props: { change: SuggestionAnswer['changes'][number]; isTaken: boolean; toggle: () => void }) {
  const { change, isTaken, toggle } = props
  const nameOf = useRuleName()
  const { rule, points, suggested, why, key, params } = change
  return (
    <li>
      <label>
        <input type="checkbox" checked={isTaken} onChange={toggle} />
        <span>
          <b className={style.name}>{nameOf(rule)}</b>
          <small>
            <Words said={{ text: why, key, params }} />
          </small>
        </span>
        <BeforeAfter before={points} after={suggested} signed />
      </label>
    </li>
  )
}
