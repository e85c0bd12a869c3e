/** What a player tells of itself; positions in seconds of the media. */
export interface Heard {
  /** It plays, and is here, so fast. */
  plays(position: number, rate: number): void
  /** It no longer plays on from where it was. While it stalls it stays where it is, which breaks nothing. */
  breaks(why: 'pause' | 'seek' | 'end'): void
  length(seconds: number): void
  fails(): void
}

export interface Player {
  element: HTMLElement
  /** Up to where the stretch that holds a position has been played without a gap. */
  playedTo(position: number): number
  /** Whether it is seen although the page is hidden: in a window of its own. */
  isApart(): boolean
  /** So late what it tells may come, ms. */
  lateMs: number
}
