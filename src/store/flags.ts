/** What is true of somebody in a webinar, a bit each. They are never changed nor used again. */
export const flags = {
  registered: 1,
  attended: 2,
  replayed: 4,
  noShow: 8,
  tookPart: 16,
  stayed: 32,
  inRoom: 64,
} as const

/** Those by which rankings are filtered and people are counted. */
export const filtered = flags.registered | flags.attended | flags.replayed | flags.noShow | flags.tookPart

/** 1 where a flag is set, else 0. */
export function bitOf(row: { flags: number }, flag: keyof typeof flags): 0 | 1 {
  return row.flags & flags[flag] ? 1 : 0
}
