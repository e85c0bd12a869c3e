import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../../src/domain/refusal.ts'
import { readMedia } from '../../../src/domain/replay-media.ts'
import type { ReplayAnswer } from '../../../src/http/workspace/replay.ts'
import { ask, Problem } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { useSlug } from '../../session.ts'
import { useTimezone } from '../../workspace.ts'
import { useApi } from '../../workspace-api.ts'
import { dayOf, momentOfDay, secondsIn } from './measures.ts'
import { replayKey } from './queries.ts'
import style from './recording.module.css'

interface Props {
  id: string
  recording: ReplayAnswer | null
  onSaved: () => void
}

/** The address of the recording; its length, where it begins and when it is open only for who wants to say so. */
export function RecordingForm({ id, recording, onSaved }: Props) {
  const { t } = useTranslation('replay')
  const { clock } = useFormat()
  const timezone = useTimezone() ?? 'UTC'
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const told = recording?.lengthBy === 'you' ? recording.mediaSeconds : null
  const [address, setAddress] = useState(recording?.address ?? '')
  const [length, setLength] = useState(told === null ? '' : clock(told))
  const [offset, setOffset] = useState(recording?.offsetSeconds ? clock(recording.offsetSeconds) : '')
  const [opens, setOpens] = useState(dayOf(recording?.opensAt ?? null, timezone, 0))
  const [closes, setCloses] = useState(dayOf(recording?.closesAt ?? null, timezone, -1))

  function measured(text: string, field: string): number | null {
    const seconds = secondsIn(text)
    if (Number.isNaN(seconds)) throw new Problem(400, { field, detail: t('recording.badLength') })
    return seconds
  }

  async function send() {
    const body = {
      address,
      mediaSeconds: measured(length, 'mediaSeconds'),
      offsetSeconds: measured(offset, 'offsetSeconds'),
      opensAt: momentOfDay(opens, timezone, 0, recording?.opensAt),
      closesAt: momentOfDay(closes, timezone, 1, recording?.closesAt),
    }
    await ask(`/api/v1/webinars/${id}/replay`, {
      method: 'PUT',
      headers: { ...api.headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    await queries.invalidateQueries({ queryKey: replayKey(slug, id) })
    onSaved()
  }

  return (
    <Form go={t('recording.save')} send={send}>
      <Field
        name="address"
        inputMode="url"
        label={t('recording.address')}
        hint={hintOf(address, t)}
        isRequired
        autoFocus={recording !== null}
        value={address}
        onChange={setAddress}
      />
      <details className={style.further} open={Boolean(told || offset || opens || closes)}>
        <summary>{t('recording.further')}</summary>
        <div className={style.fields}>
          <Field
            name="mediaSeconds"
            label={t('recording.length')}
            hint={t('recording.lengthHint')}
            value={length}
            onChange={setLength}
          />
          <Field
            name="offsetSeconds"
            label={t('recording.offset')}
            hint={t('recording.offsetHint')}
            value={offset}
            onChange={setOffset}
          />
          <div className={style.pair}>
            <Field name="opensAt" type="date" label={t('recording.opens')} value={opens} onChange={setOpens} />
            <Field name="closesAt" type="date" label={t('recording.closes')} value={closes} onChange={setCloses} />
          </div>
        </div>
      </details>
    </Form>
  )
}

/** What the address is taken for as it is typed; until it is one, what is expected. */
function hintOf(address: string, t: ReturnType<typeof useTranslation<'replay'>>['t']): string {
  try {
    return t(`recording.is.${readMedia(address, null).kind}`)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return t('recording.addressHint')
  }
}
