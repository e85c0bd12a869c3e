import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Model } from '../../../src/domain/model.ts'
import { modelChanges } from '../../../src/domain/model-diff.ts'
import { useRole, useSlug } from '../../session.ts'
import type { Change, Draft, InForce } from './answers.ts'
import { useCall } from './call.ts'
import { type DraftSaver, draftSaver, type Saving } from './draft-saver.ts'
import { draftQuery, formulaKey } from './queries.ts'

/** The formula as it stands on the screen. */
export interface Formula {
  inForce: InForce
  draft: Draft | null
  /** The draft with what was just changed; without one the model in force. */
  model: Model
  /** What a job or a check is asked about: another content is another question. */
  subject: string
  /** What is different from the version in force. */
  changes: readonly Change[]
  mayEdit: boolean
  saving: Saving | null
  /** Changes the draft; the first change begins one. */
  change: (edit: (model: Model) => Model) => void
  /** Gives up what could not be stored and shows what is there now. */
  reload: () => Promise<void>
}

const Shown = createContext<Formula | null>(null)
export const ShownFormula = Shown.Provider

export function useFormula(): Formula {
  return useContext(Shown)!
}

const editors = ['owner', 'marketer', 'sales']

/** Keeps what is changed here until it is stored, one change after the other. */
export function useFormulaState(inForce: InForce, draft: Draft | null): Formula {
  const call = useCall()
  const slug = useSlug()
  const queries = useQueryClient()
  const role = useRole()
  const [unsaved, setUnsaved] = useState<Model | null>(null)
  const [saving, setSaving] = useState<Saving | null>(null)
  const saver = useRef<DraftSaver | null>(null)
  const model = unsaved ?? draft?.model ?? inForce.model
  const latest = useRef(model)
  latest.current = model
  const { queryKey } = useMemo(() => draftQuery(call, slug), [call, slug])

  const change = useCallback(
    (edit: (model: Model) => Model) => {
      const next = edit(latest.current)
      latest.current = next
      setUnsaved(next)
      saver.current ??= draftSaver(
        queries.getQueryData(queryKey)?.revision ?? 0,
        async (model, revision) => {
          // A look at the draft that is on its way would show it as it was before.
          await queries.cancelQueries({ queryKey })
          return (await call<{ draft: Draft }>('PUT', 'model/draft', { model, revision })).draft
        },
        (next) => {
          setSaving(next)
          if (next.state !== 'saved') return
          queries.setQueryData(queryKey, next.draft)
          saver.current = null
          setUnsaved(null)
        },
      )
      saver.current.save(next)
    },
    [call, queries, queryKey],
  )

  // Where the draft has gone, somebody else has published it or thrown it away.
  const isGone = draft === null
  useEffect(() => {
    if (isGone)
      void queries.invalidateQueries({
        queryKey: formulaKey(slug),
        predicate: ({ queryKey: [, , of] }) => of !== 'draft',
      })
  }, [isGone, queries, slug])

  const reload = useCallback(async () => {
    saver.current = null
    await queries.refetchQueries({ queryKey })
    setUnsaved(null)
    setSaving(null)
  }, [queries, queryKey])

  return useMemo(
    () => ({
      ...{ inForce, draft, model, saving, change, reload },
      subject: draft ? `draft ${draft.revision} on ${inForce.version}` : `version ${inForce.version}`,
      changes: model === inForce.model ? [] : modelChanges(inForce.model, model),
      mayEdit: editors.includes(role),
    }),
    [inForce, draft, model, saving, change, reload, role],
  )
}
