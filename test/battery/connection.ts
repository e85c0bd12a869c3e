import { connect, type Socket } from 'node:net'

export interface Answer {
  status: number
  retryAfter: string | null
}

interface Waiting {
  resolve(answer: Answer): void
  reject(error: Error): void
}

/** One kept connection that carries one request at a time. */
export class Connection {
  readonly #socket: Socket
  #waiting: Waiting | null = null
  #received = ''
  #broken: Error | null = null
  /** What the server knows this connection by. */
  localPort = 0

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1')
    this.#socket.on('connect', () => {
      this.localPort = this.#socket.localPort!
    })
    this.#socket.on('data', (text) => this.#receive(String(text)))
    this.#socket.on('error', (error) => this.#break(error))
    this.#socket.on('close', () => this.#break(new Error('the connection was closed')))
  }

  /** Rejects where the connection breaks before the whole answer is there. */
  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken)
      this.#waiting = { resolve, reject }
      this.#socket.write(request, 'latin1')
    })
  }

  end(): void {
    this.#socket.destroy()
  }

  #receive(text: string): void {
    this.#received += text
    const head = this.#received.indexOf('\r\n\r\n') + 4
    if (head < 4) return
    const header = (name: string) => new RegExp(`\r\n${name}: ([^\r]*)`, 'i').exec(this.#received)?.[1] ?? null
    if (this.#received.length < head + Number(header('content-length') ?? 0)) return
    const answer = { status: Number(this.#received.slice(9, 12)), retryAfter: header('retry-after') }
    this.#received = ''
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve(answer)
  }

  #break(error: Error): void {
    this.#broken ??= error
    this.#waiting?.reject(error)
    this.#waiting = null
  }
}
