import { findSettings } from '../../store/settings.ts'
import type { Workspace } from '../workspace.ts'

/** Where a person is shown; null where nobody said under which address Ripen is reached. */
export function linkToPerson(ws: Workspace, person: string): string | null {
  return linkTo(ws, `people/${person}`)
}

/** Where an alert is taken. */
export function linkToAlert(ws: Workspace, alert: string): string | null {
  return linkTo(ws, `alerts?take=${alert}`)
}

export function linkTo(ws: Workspace, path: string): string | null {
  const [address, slug] = [ws.address(), findSettings(ws.db)?.slug]
  return address === null || slug === undefined ? null : `${address}/w/${slug}/${path}`
}
