import { useTranslation } from 'react-i18next'
import { leftToRight } from '../../../direction.ts'
import { useFormat } from '../../../format.ts'
import { Button } from '../../../parts/button.tsx'
import { useRuleName } from '../../../parts/rule-name.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import type { TestFailure, TestResult } from '../answers.ts'
import { useFormula } from '../formula-state.ts'
import style from './checks.module.css'
import { isTakeable, withNewValues } from './expectations.ts'
import { useTests } from './queries.ts'

/** How the tests inside the formula came out; of a red one what was expected and what came. */
export function Tests() {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const { data, error, refetch } = useTests()
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return null
  const { passed, failed, items } = data
  if (items.length === 0) return <p className={style.mute}>{t('checks.noTests')}</p>
  const red = items.filter((test) => !test.passed)
  return (
    <section className={style.tests} aria-label={t('checks.tests')}>
      <h3>{t('checks.passed', { passed: format.count(passed), all: format.count(passed + failed) })}</h3>
      {red.length > 0 && <p className={style.mute}>{t('checks.redMeans')}</p>}
      <ul className={style.list}>
        {red.map((test) => (
          <Red key={test.name} test={test} />
        ))}
      </ul>
    </section>
  )
}

function Red({ test }: { test: TestResult }) {
  const { t } = useTranslation('formula')
  const { change } = useFormula()
  return (
    <li className={style.red}>
      <p className={style.finding} data-severity="error">
        <b>
          <bdi>{test.name}</bdi>
        </b>
        {test.because && <bdi>{test.because}</bdi>}
      </p>
      <dl>
        {test.failures.map((failure) => (
          <Failure key={failure.what} failure={failure} />
        ))}
      </dl>
      {test.failures.some(isTakeable) && (
        <Button
          aria-label={t('checks.takeOf', { name: test.name })}
          onPress={() => change((model) => withNewValues(model, test))}
        >
          {t('checks.take')}
        </Button>
      )}
    </li>
  )
}

function Failure({ failure: { what, expected, got } }: { failure: TestFailure }) {
  const { t, i18n } = useTranslation(['formula', 'common'])
  const format = useFormat()
  const nameOf = useRuleName()
  const isOfRule = what.startsWith('points.')
  const place = isOfRule
    ? t('checks.pointsOf', { name: nameOf(what.slice('points.'.length)) })
    : t(`checks.what.${what as 'score'}`)
  function words(value: TestFailure['got']): string {
    if (typeof value === 'number') return leftToRight(isOfRule ? format.points(value) : format.number(value))
    const known = (what === 'stage' || what === 'temperature') && i18n.exists(`common:${what}.${value}`)
    return known ? t(`common:${what}.${value as 'hot'}` as 'common:temperature.hot') : (value ?? t('versions.nothing'))
  }
  return (
    <div>
      <dt>{place}</dt>
      <dd>
        {t('checks.expected', { value: words(expected) })} <b>{t('checks.got', { value: words(got) })}</b>
      </dd>
    </div>
  )
}
