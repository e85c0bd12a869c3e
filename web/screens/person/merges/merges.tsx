import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PersonAnswer } from '../../../../src/http/workspace/people.ts'
import type { ShownMerge } from '../../../../src/http/workspace/repairs.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useRepair } from '../../../repair/use-repair.ts'
import { useNameOf } from '../../../repair/who.tsx'
import { useMay } from '../../../rights.ts'
import { useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { useApi } from '../../../workspace-api.ts'
import { MergeDialog } from './merge-dialog.tsx'
import style from './merges.module.css'

type Repair = ReturnType<typeof useRepair>

/** Merges of a person by hand, each with the way back, and the way to another one. */
export default function Merges({ shown }: { shown: PersonAnswer }) {
  const { t } = useTranslation('repair')
  const slug = useSlug()
  const [, navigate] = useLocation()
  const mayRepair = useMay('write')
  const repair = useRepair()
  const { merge, unmerge } = repair
  const { id } = shown.person
  const { data, error, refetch } = useMerges(id)
  const [isOpen, setOpen] = useState(false)
  const go = (into: string) =>
    merge.mutate(
      { id, into },
      {
        onSuccess: ({ person }) => {
          setOpen(false)
          if (person !== id) navigate(`/w/${slug}/people/${person}`, { replace: true })
        },
      },
    )
  if (error && !data) return <Trouble error={error} retry={refetch} />
  if (data?.length === 0 && !mayRepair) return null
  return (
    <Card title={t('merge.list')}>
      <div id="merges" className={style.merges}>
        <Said repair={repair} />
        {data && data.length > 0 && <List id={id} merges={data} repair={repair} />}
        {mayRepair && (
          <div>
            <Button onPress={() => setOpen(true)}>{t('merge.open')}</Button>
          </div>
        )}
        {isOpen && (
          <MergeDialog
            shown={shown}
            isBusy={merge.isPending}
            error={merge.error}
            merge={go}
            close={() => {
              merge.reset()
              setOpen(false)
            }}
          />
        )}
        {unmerge.error && <Trouble error={unmerge.error} />}
      </div>
    </Card>
  )
}

function useMerges(id: string) {
  const { repairs } = useApi()
  const slug = useSlug()
  return useQuery({
    queryKey: [slug, 'person', id, 'merges'],
    queryFn: async ({ signal }) =>
      (await (await repairs.people[':id'].merges.$get({ param: { id } }, { init: { signal } })).json()).items,
  })
}

/** What came of the last one. */
function Said({ repair: { merge, unmerge } }: { repair: Repair }) {
  const { t } = useTranslation('repair')
  const isStaying = unmerge.data && new Set(unmerge.data.people).size === 1
  const words = unmerge.data ? t(isStaying ? 'merge.stay' : 'merge.undone') : merge.data && t('merge.done')
  return (
    <p role="status" className={style.said}>
      {words}
    </p>
  )
}

function List({ id, merges, repair }: { id: string; merges: readonly ShownMerge[]; repair: Repair }) {
  return (
    <ul className={style.list}>
      {merges.map((merge) => (
        <Merge key={merge.merge} id={id} merge={merge} repair={repair} />
      ))}
    </ul>
  )
}

function Merge({ id, merge, repair }: { id: string; merge: ShownMerge; repair: Repair }) {
  const { t } = useTranslation('repair')
  const { dayAndTime } = useWhen()
  const nameOf = useNameOf()
  const mayRepair = useMay('write')
  const { mergedBy, mergedAt, undoneBy, undoneAt } = merge
  const [one, other] = merge.sides.map(({ name, email }) => {
    const said = name && email ? `${name} ${email}` : nameOf({ name, email })
    return `\u2068${said}\u2069`
  })
  const by = (who: string | null, when: string) => ({
    who: `\u2068${who ?? t('somebody')}\u2069`,
    when: dayAndTime(when),
  })
  return (
    <li className={undoneAt ? style.undone : undefined}>
      <span>
        <span>{t('merged', { one: one!, other: other! })}</span>
        <small>
          {t('by', by(mergedBy, mergedAt))}
          {undoneAt && ` · ${t('undoneBy', by(undoneBy, undoneAt))}`}
        </small>
      </span>
      {mayRepair && !undoneAt && (
        <Button
          isDisabled={repair.unmerge.isPending}
          onPress={() => {
            repair.merge.reset()
            repair.unmerge.mutate({ id, merge: merge.merge })
          }}
        >
          {t('undo')}
        </Button>
      )}
    </li>
  )
}
