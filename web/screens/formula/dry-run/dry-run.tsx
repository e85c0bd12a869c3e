import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { BacktestAnswer } from '../../../../src/http/workspace/backtest-shape.ts'
import { Problem } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { buttonLink } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Chips } from '../../../parts/chips.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { saidBy, Words } from '../../../parts/words.tsx'
import { useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { useFormula } from '../formula-state.ts'
import { useJob } from '../use-job.ts'
import { Working } from '../working.tsx'
import { Bands } from './bands.tsx'
import style from './dry-run.module.css'
import { Lift } from './lift.tsx'
import { Revenue } from './revenue.tsx'
import { RulesThen } from './rules-then.tsx'
import { Suggestion } from './suggestion.tsx'
import { TellsApart } from './tells-apart.tsx'
import { ThresholdsThen } from './thresholds-then.tsx'

/** How the formula would have done on customers and journeys that are over. */
export default function DryRun() {
  const { t } = useTranslation('formula')
  const { subject, mayEdit } = useFormula()
  const { data, error, isFetching, progress, refetch } = useJob<BacktestAnswer>('model/backtest', subject, mayEdit)
  if (!mayEdit) return <Empty title={t('dryRun.notYours')}>{null}</Empty>
  if (isFetching) return <Working progress={progress} />
  if (error instanceof Problem && error.status === 409) return <TooSmall error={error} />
  if (error) return <Trouble error={error} retry={refetch} />
  return data ? <Result run={data} /> : null
}

/** Why nothing is said, in the server's words, and what to bring in. */
function TooSmall({ error }: { error: Problem }) {
  const { t } = useTranslation('formula')
  const slug = useSlug()
  return (
    <Empty title={t('dryRun.tooSmall')}>
      <p>
        <Words said={saidBy(error)} />
      </p>
      <Link href={`/w/${slug}/import`} className={buttonLink({ go: true })}>
        {t('dryRun.toImport')}
      </Link>
    </Empty>
  )
}

const parts = ['all', 'older', 'newer'] as const

function Result({ run }: { run: BacktestAnswer }) {
  const { t } = useTranslation('formula')
  const [params, setParams] = useSearchParams()
  const part = parts.find((each) => each === params.get('part')) ?? 'all'
  const figures = run[part]
  function choose(next: (typeof parts)[number]) {
    setParams(next === 'all' ? {} : { part: next }, { replace: true })
  }
  return (
    <div className={style.screen}>
      <p className={style.means}>{t('dryRun.means')}</p>
      <div className={style.part}>
        <Chips
          label={t('dryRun.part')}
          value={part}
          options={parts.map((each) => [each, t(`dryRun.parts.${each}`)] as const)}
          onChange={choose}
        />
        <Past figures={figures} />
      </div>
      <div className={style.two}>
        <TellsApart figures={figures} />
        <Lift figures={figures} />
      </div>
      <div className={style.two}>
        <Bands figures={figures} />
        <ThresholdsThen figures={figures} />
      </div>
      <RulesThen rules={run.rules} />
      <Revenue revenue={run.revenue} />
      <Suggestion />
      <LeftOut leftOut={run.leftOut} />
    </div>
  )
}

function Past({ figures }: { figures: BacktestAnswer['all'] }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const when = useWhen()
  const { won, lost, from, to } = figures
  const counts = t('dryRun.outcomes', { won: format.count(won), lost: format.count(lost) })
  return (
    <p className={style.mute}>
      {counts}
      {from && to && ` · ${when.day(from)} – ${when.day(to)}`}
    </p>
  )
}

function LeftOut({ leftOut }: { leftOut: BacktestAnswer['leftOut'] }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const { unknown, staff, unreadable } = leftOut
  if (unknown + staff + unreadable === 0) return null
  return (
    <Card title={t('dryRun.leftOut.title')}>
      <p className={style.mute}>
        {t('dryRun.leftOut.words', {
          unknown: format.count(unknown),
          staff: format.count(staff),
          unreadable: format.count(unreadable),
        })}
      </p>
    </Card>
  )
}
