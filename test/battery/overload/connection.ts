import { connect, type Socket } from 'node:net'

/** An answer as far as a sender looks at it; status 0: none came before the sender gave up or the connection broke. */
export interface Answer {
  status: number
  retryAfter: string | null
}

/** A connection that is kept, with one request on it at a time, as platforms send. */
export class Connection {
  readonly #socket: Socket
  #answer = ''
  #settle: ((answer: Answer) => void) | null = null
  broken = false

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true)
    this.#socket.on('data', (chunk) => this.#read(chunk.toString('latin1')))
    this.#socket.on('error', () => this.#break())
    this.#socket.on('close', () => this.#break())
  }

  /** Gives up after so many ms, and then the connection is of no more use. */
  send(request: Buffer, patience: number): Promise<Answer> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.close(), patience)
      this.#settle = (answer) => {
        clearTimeout(timer)
        this.#settle = null
        resolve(answer)
      }
      if (this.broken) this.#break()
      else this.#socket.write(request)
    })
  }

  close(): void {
    this.#break()
    this.#socket.destroy()
  }

  #read(text: string): void {
    this.#answer += text
    const head = this.#answer.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/^content-length: (\d+)/im.exec(this.#answer.slice(0, head))?.[1] ?? 0)
    if (this.#answer.length < head + 4 + length) return
    const status = Number(this.#answer.slice(9, 12))
    const retryAfter = /^retry-after: (.*)$/im.exec(this.#answer.slice(0, head))?.[1]?.trim() ?? null
    this.#answer = ''
    this.#settle?.({ status, retryAfter })
  }

  #break(): void {
    this.broken = true
    this.#settle?.({ status: 0, retryAfter: null })
  }
}
