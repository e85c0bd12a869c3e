import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSlug } from '../../../session.ts'
import type { Finding, TestResult } from '../answers.ts'
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
  return useCheck<{ items: Finding[] }>('model/lint')
}

export function useTests() {
  return useCheck<{ passed: number; failed: number; items: TestResult[] }>('model/test')
}
