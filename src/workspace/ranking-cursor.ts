import { z } from 'zod'
import type { Order } from '../domain/ranking.ts'
import { Refused } from '../domain/refusal.ts'
import { bytesOfHex, hexOf } from '../store/hex.ts'
import type { RankingKey } from '../store/rankings.ts'

/** A row's place: what it is ordered by, its rank in the whole order, and how many matched a filter up to it. */
export interface Place extends RankingKey {
  rank: number
  matched: number
}

const shape = z.tuple([z.string(), z.number(), z.number(), z.string(), z.string(), z.int(), z.int()])

/** Opaque to callers; ordered by points, e-mail and id, so that a page goes on rightly although others move. */
export function cursorOf(order: Order, { points_down, score_down, email, id, rank, matched }: Place): string {
  const json = JSON.stringify([order, points_down, score_down, email, hexOf(id), rank, matched])
  const text = String.fromCharCode(...new TextEncoder().encode(json))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Throws `Refused('invalid')` for what is no cursor of this order. */
export function readCursor(cursor: string, order: Order): Place {
  const parts = shape.safeParse(unpacked(cursor)).data
  const id = parts && bytesOfHex(parts[4])
  if (!parts || !id || parts[0] !== order)
    throw new Refused('invalid', 'cursor: expected the nextCursor of an earlier page with the same sort', {
      field: 'cursor',
    })
  return { points_down: parts[1], score_down: parts[2], email: parts[3], id, rank: parts[5], matched: parts[6] }
}

function unpacked(cursor: string): unknown {
  if (!/^[\w-]{1,8000}$/.test(cursor) || cursor.length % 4 === 1) return null
  const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  try {
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0))))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
