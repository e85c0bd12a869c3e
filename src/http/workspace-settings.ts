import { z } from '@hono/zod-openapi'

/** What may be said of a new workspace; the workspace itself checks the words. */
export const workspaceSettings = z.strictObject({
  slug: z.string(),
  name: z.string().optional(),
  timezone: z.string().optional(),
  weekend: z.string().optional(),
  holidays: z.array(z.string()).optional(),
  observes: z.array(z.string()).optional(),
  template: z.string().optional(),
  staffDomains: z.array(z.string()).optional(),
})
