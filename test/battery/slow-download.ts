import { get } from 'node:http'
import { pause } from './under-load.ts'

/** Reads an answer so slowly that it takes about so long, given how many bytes are expected; its text. */
export async function readSlowly(
  url: string,
  headers: Record<string, string>,
  { lasts, bytes }: { lasts: number; bytes: number },
): Promise<string> {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) =>
    get(url, { headers, agent: false }, resolve).on('error', reject),
  )
  if (response.statusCode !== 200) throw new Error(`${url} was answered by ${response.statusCode}`)
  const begin = performance.now()
  const chunks: Buffer[] = []
  let read = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    read += chunk.length
    const early = begin + (lasts * read) / bytes - performance.now()
    if (early > 20) await pause(early)
  }
  if (!response.complete) throw new Error(`${url} broke off after ${read} bytes`)
  return Buffer.concat(chunks).toString()
}
