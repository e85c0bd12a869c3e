/** What programs can be told of a workspace besides its alerts, by Standard Webhooks. */
export const EVENT_TYPES = [
  'lead.scored',
  'lead.stage_changed',
  'segment.entered',
  'segment.left',
  'webinar.final',
] as const
export type EventType = (typeof EVENT_TYPES)[number]
