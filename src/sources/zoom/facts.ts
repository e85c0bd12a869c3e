import { presenceReaders } from './presence.ts'
import type { Reader } from './reader.ts'
import { recordingReaders } from './recording.ts'
import { registrationReaders } from './registration.ts'
import { runningReaders } from './running.ts'
import { scheduleReaders } from './schedule.ts'
import { talkReaders } from './talk.ts'

/** What each event states, by its name. Events that are not here state nothing. */
export const readers: ReadonlyMap<string, Reader> = new Map([
  ...scheduleReaders,
  ...registrationReaders,
  ...runningReaders,
  ...presenceReaders,
  ...talkReaders,
  ...recordingReaders,
])
