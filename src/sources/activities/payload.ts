import type { Activity } from './activity.ts'
import { attending } from './attending.ts'
import { contact } from './contact.ts'
import { content } from './content.ts'
import { registering } from './registering.ts'
import { sales } from './sales.ts'
import { site } from './site.ts'
import { watching } from './watching.ts'

/** Every type of CloudEvent that Ripen takes, by its name. */
export const activities: ReadonlyMap<string, Activity> = new Map(
  [registering, attending, watching, site, content, contact, sales].flat().map((activity) => [activity.type, activity]),
)
