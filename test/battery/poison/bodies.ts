import { deflateSync, gzipSync } from 'node:zlib'
import type { Chance } from '../../../src/demo/chance.ts'
import { bytesOf, joined, type Payload } from './payload.ts'
import { pathsOf, spoilt } from './strange.ts'

const whole = 1024 * 1024

/** Bodies for whoever takes JSON: what no reader can read, what is huge, and documents spoilt in one or more places. */
export function* hostileBodies(documents: readonly object[], chance: Chance, count: number): Generator<Payload> {
  let made = 0
  for (const payload of [...unreadable(documents, chance), ...heavy(documents, chance)]) {
    made++
    yield payload
  }
  for (; made < count; made++) {
    const drawn = chance.of(made)
    yield drawn.happens(0.25) ? broken(drawn.pick(documents), drawn) : spoiltDocument(drawn.pick(documents), drawn)
  }
}

function spoiltDocument(document: object, chance: Chance): Payload {
  const paths = pathsOf(document)
  let text = spoilt(document, chance.pick(paths), chance)
  for (let again = chance.whole(0, 2); again > 0; again--) {
    const parsed = parsedOrNull(text)
    if (!parsed) break
    const more = pathsOf(parsed)
    if (more.length > 0) text = spoilt(parsed, chance.pick(more), chance.of(again))
  }
  return { name: 'a member that is something else', bytes: bytesOf(text), unreadable: false }
}

function parsedOrNull(text: string): object | null {
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
}

/** Bytes cut, changed, doubled or put in anywhere. */
export function broken(document: object, chance: Chance): Payload {
  const bytes = Buffer.from(JSON.stringify(document))
  const at = chance.whole(0, bytes.length - 1)
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)]
  const noise = Uint8Array.from({ length: chance.whole(1, 8) }, () => chance.whole(0, 255))
  const changed = Uint8Array.from(bytes)
  changed[at]! ^= 1 << chance.whole(0, 7)
  const [name, made] = chance.pick<[string, Uint8Array]>([
    ['cut off', head],
    ['without its begin', tail],
    ['one bit changed', changed],
    ['noise within', joined(head, noise, tail)],
    [
      'no UTF-8 within',
      joined(
        head,
        chance.pick(
          [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf8], [0x80], [0xe2, 0x82]].map((odd) => Uint8Array.from(odd)),
        ),
        tail,
      ),
    ],
    ['twice', joined(bytes, bytes)],
    ['with a tail', joined(bytes, chance.pick([',', '}', '\0', ' // end', ';']))],
    ['a part twice', joined(head, bytes.subarray(chance.whole(0, at)))],
  ])
  return { name, bytes: made, unreadable: false }
}

function unreadable(documents: readonly object[], chance: Chance): Payload[] {
  const document = JSON.stringify(chance.pick(documents))
  const made: [string, string | Uint8Array][] = [
    ...['', ' ', '\n\n', '\0', 'null', 'true', '42', '-1e400', '""', '"x"', '[]', '{}', '[[]]', '{"event":null}'].map(
      (text): [string, string] => [`nothing but ${JSON.stringify(text)}`, text],
    ),
    ['a word', 'undefined'],
    ['no numbers', '{"event":NaN,"id":Infinity}'],
    ['single quotes', "{'event':'x'}"],
    ['a comment', '{"event":"x"} // said Zoom'],
    ['a form', 'event=webinar.started&payload=%7B%7D'],
    ['XML', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><event>&x;</event>'],
    ['a page', '<html><body>502 Bad Gateway</body></html>'],
    ['another request', 'POST /hooks/zoom/x HTTP/1.1\r\ncontent-length: 5\r\n\r\nhello'],
    ['a list of it', `[${document}]`],
    ['two of it', `${document}\n${document}`],
    ['a text of it', JSON.stringify(document)],
    ['UTF-16', Buffer.from(`\ufeff${document}`, 'utf16le')],
    ['gzip', gzipSync(document)],
    ['deflate', deflateSync(document)],
    ['a gzip bomb', gzipSync(new Uint8Array(64 * whole))],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a zip', joined('PK\x03\x04', new Uint8Array(26), 'xl/workbook.xml')],
    ['noise', Uint8Array.from({ length: 5_000 }, () => chance.whole(0, 255))],
    ['nothing but marks', joined(...Array.from({ length: 100 }, () => Uint8Array.from([0xef, 0xbb, 0xbf])))],
  ]
  return made.map(([name, bytes]) => ({
    name,
    bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes,
    unreadable: true,
  }))
}

/** As large as a body may be. */
function heavy(documents: readonly object[], chance: Chance): Payload[] {
  const room = whole - 2_000
  const roomy = documents.filter((document) => pathsOf(document).some((path) => path.length > 1))
  const within = (json: string) => spoiltWith(chance.pick(roomy), json, chance)
  const deep = (open: string, close: string) =>
    open.repeat(room / (open.length + close.length)) + close.repeat(room / (open.length + close.length))
  const unreadable: [string, string | Uint8Array][] = [
    ['a million lists deep', '['.repeat(whole)],
    ['objects in objects without end', '{"a":'.repeat(room / 5)],
    ['lists that are closed again', deep('[', ']')],
    ['objects that are closed again', deep('{"a":', '}').replace('{"a":}', '{}')],
    ['a number of a million digits', '9'.repeat(whole)],
    ['a megabyte of blanks', ' '.repeat(whole)],
    ['a megabyte of zeros', new Uint8Array(whole)],
    ['a megabyte of backslashes', `"${'\\'.repeat(room)}`],
    ['a megabyte of quotes', '"'.repeat(whole)],
    ['a list of half a million numbers', `[${'0,'.repeat(room / 2)}0]`],
    ['a megabyte that is no UTF-8', new Uint8Array(whole).fill(0xff)],
  ]
  const perhaps: [string, string][] = [
    ['deep within', within(`${'['.repeat(room / 2 - 4_000)}${']'.repeat(room / 2 - 4_000)}`)],
    ['a text of a megabyte', within(`"${'x'.repeat(room - 8_000)}"`)],
    ['a text of escapes', within(`"${'\\u0000'.repeat((room - 8_000) / 6)}"`)],
    ['a text of lone surrogates', within(`"${'\\ud800'.repeat((room - 8_000) / 6)}"`)],
    ['a text of an address’s beginnings', within(`"${'a@'.repeat((room - 8_000) / 2)}"`)],
    ['a text of combining marks', within(`"${'\u0301'.repeat((room - 8_000) / 2)}"`)],
    ['a list of 400,000', within(`[${'0,'.repeat(400_000)}0]`)],
    ['a list of objects', within(`[${'{},'.repeat(300_000)}{}]`)],
    ['80,000 keys', within(`{${Array.from({ length: 80_000 }, (_, at) => `"k${at}":1`).join(',')}}`)],
    ['one key 150,000 times', within(`{${'"k":1,'.repeat(150_000)}"k":2}`)],
    ['__proto__ 60,000 times', within(`{${'"__proto__":{},'.repeat(60_000)}"k":2}`)],
    ['a key of a megabyte', within(`{"${'k'.repeat(room - 8_000)}":1}`)],
    ['an integer of a million digits', within('9'.repeat(room - 8_000))],
    ['a fraction of a million digits', within(`0.${'9'.repeat(room - 8_000)}`)],
  ]
  return [
    ...unreadable.map(([name, bytes]) => ({
      name,
      bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes,
      unreadable: true,
    })),
    ...perhaps.map(([name, text]) => ({ name, bytes: bytesOf(text), unreadable: false })),
  ]
}

function spoiltWith(document: object, json: string, chance: Chance): string {
  const paths = pathsOf(document).filter((path) => path.length > 1)
  const path = chance.pick(paths)
  const copy = structuredClone(document) as Record<string | number, unknown>
  const holder = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, key) => at[key] as never, copy)
  holder[path.at(-1)!] = '\ue000here'
  return JSON.stringify(copy).replace('"\ue000here"', () => json)
}
