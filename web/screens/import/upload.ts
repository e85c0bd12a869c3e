import { Problem, session, Unreachable } from '../../api.ts'

export interface Upload {
  address: string
  headers: Record<string, string>
  form: FormData
  /** How much is on its way, 0 to 1; 1: all of it has arrived. */
  sent: (share: number) => void
  signal: AbortSignal
}

/** `ask` for something large: tells how much of it has been sent, which `fetch` cannot. */
export function upload<Answer>({ address, headers, form, sent, signal }: Upload): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const members = () => (request.response ?? {}) as Record<string, unknown>
    request.open('POST', address)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => sent(total > 0 ? loaded / total : 0))
    request.upload.addEventListener('load', () => sent(1))
    request.addEventListener('load', () => {
      if (request.status < 300) return resolve(request.response as Answer)
      if (request.status === 401) session.ended()
      reject(new Problem(request.status, members()))
    })
    request.addEventListener('error', () => reject(new Unreachable()))
    request.addEventListener('abort', () => reject(new DOMException('Given up', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
