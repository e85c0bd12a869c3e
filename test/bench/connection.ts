import { connect, type Socket } from 'node:net'

/** A connection that is kept, with one request on it at a time, as platforms send. */
export class Connection {
  readonly #socket: Socket
  #answer = ''
  #settle: ((status: number) => void) | null = null
  broken = false

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true)
    this.#socket.on('data', (chunk) => this.#read(chunk.toString('latin1')))
    this.#socket.on('error', () => this.close())
    this.#socket.on('close', () => this.close())
  }

  /** The status of the answer, when all of it is there; 0 when the connection ends before. */
  send(request: Buffer): Promise<number> {
    if (this.broken) return Promise.resolve(0)
    this.#socket.write(request)
    return new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  /** From then on it is of no more use. */
  close(): void {
    this.broken = true
    this.#socket.destroy()
    this.#settled(0)
  }

  #read(text: string): void {
    this.#answer += text
    const head = this.#answer.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = /^content-length: (\d+)/im.exec(this.#answer.slice(0, head))?.[1] ?? 0
    if (this.#answer.length < head + 4 + Number(length)) return
    const status = Number(this.#answer.slice(9, 12))
    this.#answer = ''
    this.#settled(status)
  }

  #settled(status: number): void {
    this.#settle?.(status)
    this.#settle = null
  }
}
