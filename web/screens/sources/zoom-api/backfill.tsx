import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCounted } from '../../../counted.ts'
import { useFormat } from '../../../format.ts'
import { Bar } from '../../../parts/bar.tsx'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Words } from '../../../parts/words.tsx'
import { useRole, useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { useApi } from '../../../workspace-api.ts'
import { mayManage, type Source, sourcesQuery } from '../queries.ts'
import style from '../sources.module.css'

type Api = NonNullable<Source['api']>

const months = 6
const soonMs = 90_000

/** The webinars of the last months: how far their fetching is, and how to begin it. */
export function Backfill({ id, api: { backfill, problem } }: { id: string; api: Api }) {
  const { t } = useTranslation('sources')
  const role = useRole()
  const calls = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: sourcesQuery(calls, slug).queryKey })
  const start = useMutation({
    mutationFn: () => calls.sourceApi.backfill.$post({ param: { id }, json: { months } }),
    onSettled,
  })
  const stop = useMutation({ mutationFn: () => calls.sourceApi.backfill.$delete({ param: { id } }), onSettled })
  const isRunning = backfill?.state === 'finding' || backfill?.state === 'fetching'
  return (
    <div className={style.body}>
      <h4>{t('backfill.title')}</h4>
      {!backfill && <p className={style.note}>{t('backfill.why')}</p>}
      {backfill && <Progress backfill={backfill} />}
      {mayManage(role) && !problem && !isRunning && (
        <div>
          <Button onPress={() => start.mutate()}>{t(startWords(backfill))}</Button>
        </div>
      )}
      {mayManage(role) && isRunning && (
        <div>
          <Button onPress={() => stop.mutate()}>{t('backfill.stop')}</Button>
        </div>
      )}
      {(start.error ?? stop.error) && <Trouble error={start.error ?? stop.error} />}
    </div>
  )
}

function startWords(backfill: Api['backfill']) {
  if (backfill?.state === 'stopped') return 'backfill.goOn'
  return backfill ? 'backfill.again' : 'backfill.start'
}

function Progress({ backfill }: { backfill: NonNullable<Api['backfill']> }) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const counted = useCounted()
  const when = useWhen()
  const { state, found, fetched, failed, facts, goesOnAt, lacks } = backfill
  const numbers = { found: format.count(found), fetched: format.count(fetched), facts: format.count(facts) }
  const isOver = state === 'done' || state === 'stopped'
  const rests = goesOnAt !== null && Date.parse(goesOnAt) > Date.now() + soonMs
  return (
    <>
      {isOver ? (
        <p role="status">{t(`backfill.${state}`, numbers)}</p>
      ) : (
        <Bar
          share={state === 'finding' || found === 0 ? null : (fetched + failed) / found}
          words={t(`backfill.${state}`, numbers)}
        />
      )}
      {!isOver && rests && <p className={style.note}>{t('backfill.goesOn', { when: when.dayAndTime(goesOnAt) })}</p>}
      {failed > 0 && <p>{t('backfill.failed', counted(failed))}</p>}
      {lacks.length > 0 && (
        <div>
          <h4>{t('backfill.lacks')}</h4>
          <ul className={style.reasons}>
            {lacks.map((lack) => (
              <li key={`${lack.step} ${lack.text}`}>
                <Words said={lack} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
