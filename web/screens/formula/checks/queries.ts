import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { LintAnswer, TestAnswer } from '../../../../src/http/workspace/lint.ts'
import { useSlug } from '../../../session.ts'
import { useCall } from '../call.ts'
import { useFormula } from '../formula-state.ts'
import { formulaKey } from '../queries.ts'

/** What the server finds in the draft, asked anew after every change; the findings before stay in sight meanwhile. */
function useCheck<Answer>(path: 'model/lint' | 'model/test') {
  const call = useCall()
  const slug = useSlug()
  const { subject, mayEdit } = useFormula()
  return useQuery({
    queryKey: [...formulaKey(slug), path, subject],
    queryFn: ({ signal }) => call<Answer>('POST', path, {}, signal),
    // Looking at a formula needs no more than reading; having it checked is for those who may change it.
    enabled: mayEdit,
    placeholderData: keepPreviousData,
  })
}

export function useFindings() {
  return useCheck<LintAnswer>('model/lint')
}

export function useTests() {
  return useCheck<TestAnswer>('model/test')
}
