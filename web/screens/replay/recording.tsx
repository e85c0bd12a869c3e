import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplayAnswer } from '../../../src/http/workspace/replay.ts'
import { ask } from '../../api.ts'
import { Button, buttonLink } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Pill } from '../../parts/pill.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import { recordingQuery, replayKey } from './queries.ts'
import style from './recording.module.css'
import { RecordingFacts } from './recording-facts.tsx'
import { RecordingForm } from './recording-form.tsx'
import { useRecordingState } from './use-recording-state.ts'

/** Where the recording of a webinar plays, and the form that says so. */
export function Recording({ id }: { id: string }) {
  const { t } = useTranslation('replay')
  const { data, error, refetch } = useQuery(recordingQuery(useApi(), useSlug(), id))
  const [isChanging, setChanging] = useState(false)
  const stateOf = useRecordingState()
  const close = () => setChanging(false)
  const aside = isChanging ? (
    <Button onPress={close}>{t('recording.cancel')}</Button>
  ) : (
    data && <Pill>{stateOf(data)}</Pill>
  )
  return (
    <Card title={t('recording.title')} aside={aside}>
      {error && data === undefined && <Trouble error={error} retry={refetch} />}
      {!error && data === undefined && <Loading />}
      {data === null && (
        <div className={style.none}>
          <p className={style.noneTitle}>{t('recording.none')}</p>
          <p>{t('recording.noneMeans')}</p>
        </div>
      )}
      {(data === null || (data && isChanging)) && <RecordingForm id={id} recording={data} onSaved={close} />}
      {data && !isChanging && <Playing id={id} recording={data} change={() => setChanging(true)} />}
    </Card>
  )
}

function Playing({ id, recording, change }: { id: string; recording: ReplayAnswer; change: () => void }) {
  const { t } = useTranslation('replay')
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const close = useMutation({
    mutationFn: () => ask(`/api/v1/webinars/${id}/replay`, { method: 'DELETE', headers: api.headers }),
    onSuccess: () => queries.invalidateQueries({ queryKey: replayKey(slug, id) }),
  })
  return (
    <>
      <RecordingFacts recording={recording} />
      <div className={style.ways}>
        <a className={buttonLink()} href={recording.preview} target="_blank" rel="noreferrer">
          {t('recording.preview')}
        </a>
        <Button onPress={change}>{t('recording.change')}</Button>
        <Confirm
          open={t('recording.close.open')}
          title={t('recording.close.title')}
          go={t('recording.close.open')}
          stay={t('recording.close.stay')}
          onGo={close.mutate}
        >
          <p>{t('recording.close.means')}</p>
        </Confirm>
      </div>
      {close.error && <Trouble error={close.error} />}
    </>
  )
}
