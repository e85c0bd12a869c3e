// The least that a receiver of webhooks can do: reads the body, parses it, answers 204. Nothing is checked or stored.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export function run(): Promise<void> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString())
      response.writeHead(204).end()
    })
  })
  server.keepAliveTimeout = 65_000
  return new Promise(() => server.listen(0, () => process.send!({ port: (server.address() as AddressInfo).port })))
}
