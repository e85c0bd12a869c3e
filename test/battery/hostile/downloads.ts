import type { Hostile } from './house.ts'
import type { Looked } from './hurts.ts'

// What leads elsewhere, what is not seen, and what makes an ending look like another.
const barred = /[\p{Cc}\p{Cf}/\\:*?"<>|%]/u

/** Names of exported files that have signs which no name of a file has. */
export async function namesOfFiles({ company, webinars, segments }: Hostile, { page }: Looked): Promise<string[]> {
  const paths = [
    ...webinars.slice(0, 1).flatMap((id) => {
      const files = ['ranking.csv', 'ranking.xlsx', 'questions.csv', 'no-shows.csv', 'reconciliation.csv']
      return files.map((file) => `webinars/${id}/${file}`)
    }),
    ...segments.map((id) => `segments/${id}/people.csv`),
    'audit.csv',
  ]
  const found: string[] = []
  for (const path of paths) {
    const answer = await page.request.get(`${company.server.address}/api/v1/${path}?workspace=oren`)
    const disposition = answer.headers()['content-disposition'] ?? ''
    const [, quoted = '', encoded = ''] =
      /^attachment; filename="(.*)"; filename\*=UTF-8''(\S+)$/.exec(disposition) ?? []
    const isFine = answer.status() === 200 && quoted && encoded && !barred.test(quoted + decodeURIComponent(encoded))
    if (!isFine) found.push(`${path}: ${answer.status()} ${disposition}`)
  }
  return found
}
