import type { AlarmKind } from './silence-alarm.ts'

/** What an alarm tells, beside its kind. `webinar`: its topic; `minutes` since when it is so. */
export interface AlarmTold {
  minutes: number
  webinar: string | null
  people?: number | undefined
  speaks?: boolean | undefined
  delayMinutes?: number | undefined
}

/** An alarm about Zoom in one English sentence, with what to do. The screens say it in their own words. */
export function alarmText(kind: AlarmKind, told: AlarmTold): string {
  const { minutes, people = 0, speaks, delayMinutes } = told
  const webinar = told.webinar === null ? 'The webinar' : `“${told.webinar}”`
  switch (kind) {
    case 'refused':
      return `What Zoom sends is refused: its signature does not fit the Secret Token here. Copy the token anew from the Zoom app; what is refused is lost.`
    case 'never_started':
      return speaks
        ? `${webinar} should have begun ${minutes} min ago and nothing of its room has come, though other events do: nobody has opened it, or the room's events are not chosen in the Zoom app.`
        : `${webinar} should have begun ${minutes} min ago and nothing of its room has come: nobody has opened it, or Zoom's webhooks do not arrive.`
    case 'silent':
      return people > 0
        ? `${webinar} is running with ${people} people in the room and nothing has come from Zoom for ${minutes} min. Check the event subscription of the Zoom app.`
        : `The room of ${webinar} is open, nobody of the many registrants has come, and nothing has come from Zoom for ${minutes} min. Check the event subscription of the Zoom app.`
    case 'no_end':
      return `${webinar} should long be over, but its end was not heard, and nothing has come from Zoom for ${minutes} min. Check the event subscription of the Zoom app.`
    case 'disabled':
      return `${webinar} begins within a day, and Zoom has neither sent anything nor checked the address for ${Math.round(minutes / 60)} hours, which it does every 72: it has probably switched the subscription off.`
    case 'late':
      return `What comes from Zoom is ${delayMinutes ?? 0} min old: live figures lag behind. Nothing is lost.`
  }
}
