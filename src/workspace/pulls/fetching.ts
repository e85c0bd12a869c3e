import type { FoundRooms, SearchCursor, Stretch } from '../../sources/zoom/api/find-rooms.ts'
import type { Room, Step } from '../../sources/zoom/api/step.ts'
import type { ZoomAccess, ZoomApi, ZoomOutside } from '../../sources/zoom/api/zoom-api.ts'

/** What is known of fetching from a platform. */
export interface Fetching {
  open(access: ZoomAccess, outside: ZoomOutside): ZoomApi
  steps: readonly Step[]
  /** Rooms that ran, a page of them at a time. */
  findRooms(api: ZoomApi, stretch: Stretch, cursor: SearchCursor): Promise<FoundRooms>
  /** The rooms that ran under a webinar's number. */
  roomsOf(api: ZoomApi, platformId: string): Promise<Room[]>
}
