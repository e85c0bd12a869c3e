/** What a platform and other systems would send of something: bodies of webhooks, and CloudEvents. */
export interface Told {
  hooks: string[]
  activities: object[]
}

export function together(...parts: readonly Told[]): Told {
  return {
    hooks: parts.flatMap(({ hooks }) => hooks),
    activities: parts.flatMap(({ activities }) => activities),
  }
}
