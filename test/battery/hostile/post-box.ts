import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { AtEnd } from '../../process/running.ts'

export interface Mail {
  subject: string
  text: string
  html: string
}

/** A mail service that keeps what it is given. */
export async function openPostBox(atEnd: AtEnd): Promise<{ mails: Mail[]; env: NodeJS.ProcessEnv }> {
  const mails: Mail[] = []
  const server = createServer(async (request, response) => {
    mails.push(JSON.parse(await text(request)) as Mail)
    response.end('{}')
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  atEnd(() => void server.close())
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = {
    RIPEN_MAIL_API: `http://${host}/mails`,
    RIPEN_MAIL_KEY: 'the-key-of-the-box',
    RIPEN_MAIL_FROM: 'alerts@oren.example',
    RIPEN_OUTBOUND_ALLOW: host,
  }
  return { mails, env }
}
