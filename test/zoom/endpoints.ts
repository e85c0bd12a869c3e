import type { RateClass } from '../../src/sources/zoom/api/zoom-api.ts'

/** What the fake knows of an endpoint. `{uuid}` takes a uuid, encoded twice, or the number of a webinar. */
export interface Endpoint {
  path: string
  rate: RateClass
  scope: string
  /** The name of its list and its longest page; 0: it comes whole. */
  list?: [name: string, most: number]
  /** Parameters beside those of pages. Anything else is a mistake. */
  query?: string[]
}

/** Everything that is asked of Zoom (zoom.md 3.3). */
export const endpoints: readonly Endpoint[] = [
  { path: '/users', rate: 'medium', scope: 'user:read:list_users', list: ['users', 300], query: ['status'] },
  {
    path: '/users/{user}/webinars',
    rate: 'medium',
    scope: 'webinar:read:list_webinars',
    list: ['webinars', 300],
    query: ['type'],
  },
  {
    path: '/users/{user}/recordings',
    rate: 'medium',
    scope: 'cloud_recording:read:list_user_recordings',
    list: ['meetings', 300],
    query: ['from', 'to'],
  },
  {
    path: '/report/users/{user}/meetings',
    rate: 'heavy',
    scope: 'report:read:user',
    list: ['meetings', 300],
    query: ['from', 'to', 'type'],
  },
  {
    path: '/metrics/webinars',
    rate: 'intensive',
    scope: 'dashboard:read:list_webinars',
    list: ['webinars', 300],
    query: ['type', 'from', 'to'],
  },
  {
    path: '/webinars/{id}',
    rate: 'light',
    scope: 'webinar:read:webinar',
    query: ['show_previous_occurrences', 'occurrence_id'],
  },
  {
    path: '/webinars/{id}/registrants',
    rate: 'medium',
    scope: 'webinar:read:list_registrants',
    list: ['registrants', 300],
    query: ['status', 'occurrence_id', 'tracking_source_id'],
  },
  { path: '/webinars/{id}/panelists', rate: 'medium', scope: 'webinar:read:list_panelists', list: ['panelists', 0] },
  {
    path: '/webinars/{id}/tracking_sources',
    rate: 'medium',
    scope: 'webinar:read:list_tracking_sources',
    list: ['tracking_sources', 0],
  },
  { path: '/webinars/{id}/survey', rate: 'light', scope: 'webinar:read:survey' },
  {
    path: '/past_webinars/{id}/instances',
    rate: 'light',
    scope: 'webinar:read:list_past_instances',
    list: ['webinars', 0],
  },
  {
    path: '/past_webinars/{uuid}/absentees',
    rate: 'heavy',
    scope: 'webinar:read:list_absentees',
    list: ['registrants', 300],
  },
  { path: '/report/webinars/{uuid}', rate: 'heavy', scope: 'report:read:webinar' },
  {
    path: '/report/webinars/{uuid}/participants',
    rate: 'heavy',
    scope: 'report:read:list_webinar_participants',
    list: ['participants', 300],
    query: ['include_fields'],
  },
  { path: '/report/webinars/{uuid}/polls', rate: 'heavy', scope: 'report:read:list_webinar_polls' },
  { path: '/report/webinars/{uuid}/qa', rate: 'heavy', scope: 'report:read:webinar_qna' },
  { path: '/report/webinars/{uuid}/survey', rate: 'heavy', scope: 'report:read:webinar_survey' },
  { path: '/meetings/{uuid}/recordings', rate: 'light', scope: 'cloud_recording:read:list_recording_files' },
  {
    path: '/meetings/{uuid}/recordings/analytics_details',
    rate: 'medium',
    scope: 'cloud_recording:read:recording_analytics_details',
    list: ['analytics_details', 300],
    query: ['from', 'to', 'type'],
  },
  {
    path: '/meetings/{id}/recordings/registrants',
    rate: 'medium',
    scope: 'cloud_recording:read:list_recording_registrants',
    list: ['registrants', 300],
    query: ['status'],
  },
]

/**
 * The endpoint that a path is for, and its id. As at Zoom the path is decoded once on the way: a uuid with a slash that
 * was encoded only once falls apart and meets nothing.
 */
export function endpointOf(pathname: string): { endpoint: Endpoint; id: string } | null {
  const parts = decodeURIComponent(pathname).split('/')
  for (const endpoint of endpoints) {
    const pattern = endpoint.path.split('/')
    if (pattern.length !== parts.length) continue
    if (!pattern.every((part, i) => (part.startsWith('{') ? parts[i] !== '' : part === parts[i]))) continue
    const id = parts[pattern.findIndex((part) => part.startsWith('{'))] ?? ''
    return { endpoint, id: decodeURIComponent(id) }
  }
  return null
}
