import { useTranslation } from 'react-i18next'
import type { SegmentList } from '../../../src/http/workspace/segment-shape.ts'
import { type Filters, filtersOfSegment } from './filters.ts'

/** A segment by its name on the screen. `people`: how many are in it; null where counting them would take long. */
export interface Named {
  readonly key: string
  readonly name: string
  readonly filters: Filters
  readonly people: number | null
}

/** Those that every workspace has, and those that were saved. */
export function useNamed(segments: SegmentList | undefined): { ready: Named[]; own: Named[] } {
  const { t } = useTranslation('people')
  const { readyMade = [], items = [] } = segments ?? {}
  return {
    ready: readyMade.map(({ key, filters, people }) => ({
      ...{ key, name: t(`ready.${key}`), filters: filtersOfSegment(filters), people },
    })),
    own: items.map(({ id, name, filters, people }) => ({
      ...{ key: id, name, filters: filtersOfSegment(filters), people },
    })),
  }
}
