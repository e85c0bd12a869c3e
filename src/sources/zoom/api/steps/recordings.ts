import { record } from '../../record.ts'
import { filesOf, mentionOfRecording, recorded } from '../../recording.ts'
import { wholeOf } from '../rows.ts'
import type { Step } from '../step.ts'
import { encoded } from '../zoom-api.ts'

const scope = 'cloud_recording:read:list_recording_files'

const recording = record(recorded)

/** The recording of the room, with the ids of the webhook. */
export const recordingsStep: Step = {
  id: 'recordings',
  scope,
  replay: true,
  async page(api, { platformId, uuid }) {
    const body = await api.get({ path: `/meetings/${encoded(uuid)}/recordings`, rate: 'light', scope })
    const object = { ...wholeOf(body, recording), id: platformId, uuid }
    return { statements: [...filesOf(object), ...mentionOfRecording(object)], next: null }
  },
}
