import type { TypedResponse } from 'hono'
import { attachment } from '../file-name.ts'

/** JSON as a file to keep, to read and to edit: with its lines as they are. `name` is without the ending. */
export function download({ name, text }: { name: string; text: string }) {
  const headers = { 'content-type': 'application/json', 'content-disposition': attachment(name, 'json') }
  return new Response(text, { headers }) as Response & TypedResponse<Record<string, never>, 200, 'json'>
}
