import { Refused } from '../../../domain/refusal.ts'
import { Zone } from '../../zone.ts'
import { refusal } from './words.ts'

/** The zone in which a report's times are printed; Zoom never says which. */
export function zoneNamed(name: string | undefined, file: string): Zone {
  const place = { file, field: 'timezone' }
  if (!name?.trim()) throw new Refused('invalid', refusal('whichZone'), place)
  try {
    return new Zone(name.trim())
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new Refused('invalid', refusal('noZone', { zone: name.slice(0, 60) }), place)
  }
}
