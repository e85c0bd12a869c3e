/** Parts of what a clock in `zone` showed; en-US, so that months have their English names. */
function clock(zone: string, moment: number, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options }).formatToParts(moment)
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

const full = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const

/** What a clock in a zone showed, in each way in which Zoom prints it; the names are examples. */
export const formats: Record<string, (zone: string, moment: number) => string> = {
  'Apr 01, 2026 14:38:06': (zone, moment) => {
    const { year, month, day, hour, minute, second } = clock(zone, moment, {
      ...full,
      month: 'short',
      hourCycle: 'h23',
    })
    return `"${month} ${day}, ${year} ${hour}:${minute}:${second}"`
  },
  '04/26/2026 10:45:17 AM': (zone, moment) => {
    const { year, month, day, hour, minute, second, dayPeriod } = clock(zone, moment, { ...full, hourCycle: 'h12' })
    return `${month}/${day}/${year} ${hour}:${minute}:${second} ${dayPeriod}`
  },
  '2021-01-23 13:08:11': (zone, moment) => {
    const { year, month, day, hour, minute, second } = clock(zone, moment, { ...full, hourCycle: 'h23' })
    return `${year}-${month}-${day} ${hour}:${minute}:${second}`
  },
  '26/04/2026 10:45:17': (zone, moment) => {
    const { year, month, day, hour, minute, second } = clock(zone, moment, { ...full, hourCycle: 'h23' })
    return `${day}/${month}/${year} ${hour}:${minute}:${second}`
  },
}
