import { answered, type Connection } from './ripen.ts'

/** Who signs a formula in the sample company beside its owner: one for marketing, one for sales. */
export const team = [
  { name: 'Gal Marom', email: 'marketing@ripen.example', role: 'marketer' },
  { name: 'Tamar Shani', email: 'sales@ripen.example', role: 'sales' },
]

/** Takes them into the workspace by the command line's own calls, and has each choose the password by their link. */
export async function openTeam(
  { address, signal, ...connection }: Connection,
  local: (request: Request) => Promise<Response>,
  { slug, password }: { slug: string; password: string },
): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: address }
  for (const member of team) {
    const call = new Request(`${address}/local/members/${slug}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(member),
    })
    const { link } = await answered<{ link: string }>(await local(call), `taking in ${member.email}`)
    const body = JSON.stringify({ token: new URL(link).hash.slice(1), password })
    await answered(await connection.fetch(`${address}/setup`, { method: 'POST', headers, body, signal }), 'POST /setup')
  }
}
