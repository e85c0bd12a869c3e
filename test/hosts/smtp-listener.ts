import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { AtEnd } from '../process/running.ts'

/** What a mail server does other than take a mail: answer so to a command, or (`null`) never answer it. */
export type Behaviour = Partial<Record<'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'AUTH' | 'end', string | null>>

export interface SmtpListener {
  url: string
  /** Commands as they came. */
  commands: string[]
  /** Mails as they came, headers and all. */
  mails: string[]
}

/** With this byte a client begins to encrypt the line (RFC 8446, 5.1); what follows are no commands, though a few bytes may look so. */
const handshake = 0x16

/** A small mail server: it speaks enough SMTP to take a mail, and misbehaves as it is told. */
export async function smtpListener(behaviour: Behaviour, atEnd: AtEnd): Promise<SmtpListener> {
  const [commands, mails]: [string[], string[]] = [[], []]
  const server = createServer((socket) => talk(socket)).listen(0, '127.0.0.1')
  const sockets = new Set<Socket>()
  await once(server, 'listening')
  atEnd(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, commands, mails }

  function talk(socket: Socket) {
    let [kept, mail]: [string, string | null] = ['', null]
    const say = (as: keyof Behaviour | null, usual: string) => {
      const words = as !== null && as in behaviour ? behaviour[as] : usual
      if (typeof words === 'string') socket.write(`${words}\r\n`)
    }
    sockets.add(socket)
    socket.on('error', () => {})
    say('greeting', '220 mail.example ready')
    let isEncrypted = false
    socket.on('data', (bytes) => {
      isEncrypted ||= bytes[0] === handshake
      if (isEncrypted) return
      kept += bytes.toString('utf8')
      for (let end = kept.indexOf('\r\n'); end >= 0; end = kept.indexOf('\r\n')) {
        const line = kept.slice(0, end)
        kept = kept.slice(end + 2)
        if (mail === null) command(line)
        else if (line === '.') {
          mails.push(mail)
          mail = null
          say('end', '250 taken')
        } else mail += `${line}\r\n`
      }
    })

    function command(line: string) {
      commands.push(line)
      const word = line.split(/[ :]/)[0]!.toUpperCase()
      if (word === 'EHLO') socket.write('250-mail.example\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n')
      else if (word === 'AUTH') say('AUTH', '235 welcome')
      else if (word === 'DATA') {
        if (!('DATA' in behaviour)) mail = ''
        say('DATA', '354 go on')
      } else if (word === 'MAIL' || word === 'RCPT') say(word, '250 ok')
      else if (word === 'QUIT') socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    }
  }
}
