import { findRooms, roomsOf } from '../../sources/zoom/api/find-rooms.ts'
import { openZoom } from '../../sources/zoom/api/open-zoom.ts'
import { steps } from '../../sources/zoom/api/steps.ts'
import type { Fetching } from './fetching.ts'

/** Fetching from Zoom. */
export const zoom: Fetching = { open: openZoom, steps, findRooms, roomsOf }
