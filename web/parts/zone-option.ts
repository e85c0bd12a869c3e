/** A time zone to be chosen, in the words of its name. */
export function zoneOption(zone: string): readonly [string, string] {
  return [zone, zone.replaceAll('_', ' ')]
}
