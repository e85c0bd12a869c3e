const encoder = new TextEncoder()
const start = Date.UTC(2026, 4, 12, 14)

/** The body of a webhook as Zoom writes it, about one person of a large webinar. */
export function webhook(kind: 'joined' | 'left', person: number): Uint8Array {
  const joinAt = start + (person % 600) * 1000
  const leaveAt = start + 3_000_000 + ((person * 7919) % 900) * 1000
  const at = kind === 'joined' ? joinAt : leaveAt
  const participant = {
    user_id: String(16_778_240 + person * 1024),
    user_name: `Dana Levi ${person}`,
    registrant_id: `IFRvWXp7TYKV_fo2${person}`,
    participant_uuid: `55555AAAAAAAAAAAAAAAAAAAAA${person}`,
    email: `dana.levi${person}@kiwi${person % 997}.example`,
    ...(kind === 'joined'
      ? { join_time: iso(joinAt) }
      : { leave_time: iso(leaveAt), leave_reason: `Dana Levi ${person} left the meeting.` }),
  }
  const object = {
    uuid: '4444AAAiAAAAAiAiAiiAii==',
    id: '87123456789',
    host_id: 'x1yCzABCDEfg23HiJKl4mN',
    topic: 'Ripe fruit: how to know',
    type: 5,
    start_time: iso(start),
    duration: 60,
    timezone: 'Asia/Jerusalem',
    participant,
  }
  const body = {
    event: `webinar.participant_${kind}`,
    event_ts: at + 850,
    payload: { account_id: 'AAAAAABBBB', object },
  }
  return encoder.encode(JSON.stringify(body))
}

function iso(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z')
}
