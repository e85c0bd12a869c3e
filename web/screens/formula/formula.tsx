import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTitle } from '../../title.ts'
import Missing from '../missing/missing.tsx'
import type { Draft, InForce } from './answers.ts'
import style from './formula.module.css'
import { ShownFormula, useFormulaState } from './formula-state.ts'
import { Head } from './head.tsx'
import { useDraft, useInForce } from './queries.ts'
import { Rules } from './rules/rules.tsx'
import { Unsaved } from './unsaved.tsx'
import { isView, type View } from './views.ts'

const Buying = lazy(() => import('./buying/buying.tsx'))
const Company = lazy(() => import('./company/company.tsx'))
const Preview = lazy(() => import('./preview/preview.tsx'))
const DryRun = lazy(() => import('./dry-run/dry-run.tsx'))
const SignOff = lazy(() => import('./sign-off/sign-off.tsx'))
const Versions = lazy(() => import('./versions/versions.tsx'))
const File = lazy(() => import('./file/file.tsx'))

const screens = {
  rules: Rules,
  words: Buying,
  company: Company,
  preview: Preview,
  'dry-run': DryRun,
  'sign-off': SignOff,
  versions: Versions,
  file: File,
}

/** The formula of the company: what pays, who would cross the lines, who signed, what was in force. */
export default function Formula({ view }: { view: string }) {
  const { t } = useTranslation('formula')
  const inForce = useInForce()
  const draft = useDraft()
  useTitle(t('title'))
  if (!isView(view)) return <Missing />
  const error = inForce.error ?? draft.error
  if (error && !(inForce.data && draft.data !== undefined))
    return <Trouble error={error} retry={() => void Promise.all([inForce.refetch(), draft.refetch()])} />
  if (!inForce.data || draft.data === undefined) return <Loading />
  return <Screen view={view} inForce={inForce.data} draft={draft.data} />
}

function Screen({ view, inForce, draft }: { view: View; inForce: InForce; draft: Draft | null }) {
  const formula = useFormulaState(inForce, draft)
  const Shown = screens[view]
  return (
    <ShownFormula value={formula}>
      <div className={style.screen}>
        <Head view={view} />
        <Unsaved />
        <Suspense fallback={<Loading />}>
          <Shown />
        </Suspense>
      </div>
    </ShownFormula>
  )
}
