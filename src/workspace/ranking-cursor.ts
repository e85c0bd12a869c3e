import { z } from 'zod'
import type { Order } from '../domain/ranking.ts'
import { Refused } from '../domain/refusal.ts'
import { bytesOfHex, hexOf } from '../store/hex.ts'
import type { RankingKey } from '../store/rankings.ts'
import { jsonOfUrl, urlJson } from './url-text.ts'

/** A row's place: what it is ordered by, its rank in the whole order, and how many matched a filter up to it. */
export interface Place extends RankingKey {
  rank: number
  matched: number
}

const shape = z.tuple([z.string(), z.number(), z.number(), z.string(), z.string(), z.int(), z.int()])

/** Opaque to callers; ordered by points, e-mail and id, so that a page goes on rightly although others move. */
export function cursorOf(order: Order, { points_down, score_down, email, id, rank, matched }: Place): string {
  return urlJson([order, points_down, score_down, email, hexOf(id), rank, matched])
}

/** Throws `Refused('invalid')` for what is no cursor of this order. */
export function readCursor(cursor: string, order: Order): Place {
  const parts = shape.safeParse(jsonOfUrl(cursor)).data
  const id = parts && bytesOfHex(parts[4])
  if (!parts || !id || parts[0] !== order)
    throw new Refused('invalid', 'cursor: expected the nextCursor of an earlier page with the same sort', {
      field: 'cursor',
    })
  return { points_down: parts[1], score_down: parts[2], email: parts[3], id, rank: parts[5], matched: parts[6] }
}
