import type { Step, StepId } from './step.ts'
import { absenteesStep } from './steps/absentees.ts'
import { panelistsStep } from './steps/panelists.ts'
import { participantsStep } from './steps/participants.ts'
import { pollsStep } from './steps/polls.ts'
import { questionsStep } from './steps/questions.ts'
import { recordingsStep } from './steps/recordings.ts'
import { registrantsStep } from './steps/registrants.ts'
import { replayRegistrantsStep } from './steps/replay-registrants.ts'
import { replayViewsStep } from './steps/replay-views.ts'
import { surveyStep } from './steps/survey.ts'
import { trackingStep } from './steps/tracking.ts'
import { webinarStep } from './steps/webinar.ts'

/** Everything that is fetched of a room that ran, in its order: the first step learns what the others need. */
export const steps: readonly Step[] = [
  webinarStep,
  registrantsStep,
  panelistsStep,
  participantsStep,
  pollsStep,
  questionsStep,
  surveyStep,
  absenteesStep,
  trackingStep,
  recordingsStep,
  replayViewsStep,
  replayRegistrantsStep,
]

export function stepOf(id: StepId): Step {
  return steps.find((step) => step.id === id)!
}
