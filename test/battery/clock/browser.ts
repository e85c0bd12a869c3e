import type { Company } from '../company.ts'

/** Somebody who is signed in and stays so. */
export interface Browser {
  isSignedIn(): Promise<boolean>
}

/** The owner, by the link that the server printed. */
export async function signedInBrowser({ server }: Company): Promise<Browser> {
  const token = /\/setup#(\S+)/.exec(server.output())?.[1]
  const headers = { origin: server.address, 'content-type': 'application/json' }
  const owner = { token, name: 'Noa Barak', email: 'noa@kiwi.example', password: 'ten letters and more' }
  const answer = await fetch(`${server.address}/setup`, { method: 'POST', headers, body: JSON.stringify(owner) })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`the owner was answered by ${answer.status}: ${await answer.text()}`)
  return {
    async isSignedIn() {
      const session = await fetch(`${server.address}/session`, { headers: { cookie } })
      return ((await session.json()) as { state: string }).state === 'signed_in'
    },
  }
}
