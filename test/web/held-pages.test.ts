import { describe, expect, it } from 'vitest'
import {
  lengthOf,
  mostRows,
  type Page,
  pageRows,
  pagesFor,
  pagesToDrop,
} from '../../web/screens/webinar/ranking/held-pages.ts'

const nothing = { rows: 0, isExact: false }
const full = (number: number, more: Partial<Page> = {}): Page => ({
  ...{ number, rows: pageRows, isMore: true, total: null, at: 1 },
  ...more,
})

describe('the pages of a long list', () => {
  it('are fetched a little ahead of the rows in sight', () => {
    expect([pagesFor(0, 14), pagesFor(55, 70), pagesFor(139, 155), pagesFor(140, 155)]).toEqual([
      [0],
      [0, 1],
      [0, 1],
      [1],
    ])
    expect(pagesFor(99_980, 99_999)).toEqual([999, 1000])
  })

  it('are let go from the longest unseen on, so that the browser never holds more rows than it may', () => {
    const rest = Array.from({ length: 40 }, (_, index) => ({ number: index, rows: pageRows }))
    const dropped = pagesToDrop(rest, 3 * pageRows)
    expect(rest.length - dropped.length + 3).toBe(mostRows / pageRows)
    expect(dropped[0]!.number).toBe(17)
  })
})

describe('the length of a list', () => {
  it('is what the server counts', () => {
    expect(lengthOf([full(0, { total: 178 })], nothing)).toEqual({ rows: 178, isExact: true })
  })

  it('follows the newest count', () => {
    const pages = [full(0, { total: 178, at: 5 }), full(1, { total: 170, at: 4 })]
    expect(lengthOf(pages, nothing).rows).toBe(178)
  })

  it('is one row more than was seen where nobody counts and there is more', () => {
    expect(lengthOf([full(0), full(1)], nothing)).toEqual({ rows: 201, isExact: false })
  })

  it('is exact once its last page was seen', () => {
    const pages = [full(0), full(1, { rows: 23, isMore: false })]
    expect(lengthOf(pages, nothing)).toEqual({ rows: 123, isExact: true })
  })

  it('is nobody where the first page is empty', () => {
    expect(lengthOf([full(0, { rows: 0, isMore: false })], nothing)).toEqual({ rows: 0, isExact: true })
  })

  it('stays known when the pages that told it were let go', () => {
    expect(lengthOf([full(3)], { rows: 1_501, isExact: false }).rows).toBe(1_501)
    expect(lengthOf([full(3)], { rows: 923, isExact: true })).toEqual({ rows: 923, isExact: true })
    expect(lengthOf([], { rows: 923, isExact: true })).toEqual({ rows: 923, isExact: true })
  })

  it('shrinks towards the front when a page far behind has become empty', () => {
    const empty = full(5, { rows: 0, isMore: false })
    expect(lengthOf([empty, full(6, { rows: 0, isMore: false })], { rows: 640, isExact: true })).toEqual({
      rows: 500,
      isExact: false,
    })
  })

  it('grows again when a list that had ended goes on', () => {
    expect(lengthOf([full(1)], { rows: 150, isExact: true })).toEqual({ rows: 201, isExact: false })
  })
})
