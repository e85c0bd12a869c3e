import { Refused } from './refusal.ts'
import { replay } from './replay-words.ts'

export const MEDIA_KINDS = ['file', 'youtube', 'vimeo'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

/** Where a replay plays from. `address` is its usual spelling; `video`, `hash` name it on YouTube or Vimeo. */
export type Media =
  | { kind: 'file'; address: string }
  | { kind: 'youtube'; address: string; video: string }
  | { kind: 'vimeo'; address: string; video: string; hash?: string }

/** What browsers play by themselves; HLS (m3u8) not all of them. */
export const FILE_ENDINGS = ['mp4', 'm4v', 'mov', 'webm', 'ogv', 'm3u8', 'mp3', 'm4a', 'aac', 'ogg', 'oga', 'wav']
const longest = 2_000
const names = { youtube: 'YouTube', vimeo: 'Vimeo' }
const localNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * The media at an address as people copy it: with or without https://, from the browser, from a button "share", or the
 * code for embedding. `kind` null: found by itself. Throws `Refused('invalid')`.
 */
export function readMedia(text: string, kind: MediaKind | null): Media {
  const given = sourceOf(text.trim())
  const bare = bareVideo(given, kind)
  if (bare) return bare
  const url = urlOf(given)
  const place = placeOf(url)
  if (place === 'file') {
    if (kind === 'youtube' || kind === 'vimeo') throw wrong(replay('notOfKind', { place: names[kind] }))
    return fileAt(url)
  }
  if (kind !== null && kind !== place) throw wrong(replay('otherKind', { place: names[place] }))
  const media = place === 'youtube' ? youtubeAt(url) : vimeoAt(url)
  if (!media) throw wrong(replay('noVideo', { place: names[place] }))
  return media
}

/** Of the code for embedding only the address inside. */
function sourceOf(text: string): string {
  return /^<iframe\b[^>]*?\ssrc\s*=\s*["']([^"']+)["']/i.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? text
}

function bareVideo(text: string, kind: MediaKind | null): Media | null {
  if (kind === 'youtube' && youtubeId.test(text)) return youtube(text)
  return kind === 'vimeo' && vimeoId.test(text) ? vimeo(text) : null
}

function urlOf(given: string): URL {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given.replace(/^\/\//, '')}`
  const url = URL.canParse(withScheme) && given.length <= longest ? new URL(withScheme) : null
  const shown = given.slice(0, 100)
  if (!url || !/^https?:$/.test(url.protocol) || !/[.\]]|^localhost$/.test(url.hostname))
    throw wrong(replay('noAddress', { address: shown }))
  return url
}

function placeOf({ hostname }: URL): MediaKind {
  if (/^(?:(?:www|m|music)\.)?youtube\.com$|^(?:www\.)?youtube-nocookie\.com$|^(?:www\.)?youtu\.be$/.test(hostname))
    return 'youtube'
  return /^(?:(?:www|player)\.)?vimeo\.com$/.test(hostname) ? 'vimeo' : 'file'
}

const youtubeId = /^[A-Za-z0-9_-]{11}$/
const vimeoId = /^\d{5,12}$/

function youtubeAt({ hostname, pathname, searchParams }: URL): Media | null {
  const [first = '', second = ''] = pathname.split('/').filter(Boolean)
  if (hostname.endsWith('youtu.be')) return youtube(first)
  if (first === 'watch') return youtube(searchParams.get('v') ?? second)
  return ['embed', 'v', 'e', 'shorts', 'live'].includes(first) ? youtube(second) : null
}

function youtube(video: string): Media | null {
  if (!youtubeId.test(video)) return null
  return { kind: 'youtube', address: `https://www.youtube.com/watch?v=${video}`, video }
}

/** The number stands alone, behind `video` or `videos`, or last; behind it the hash of a video that is not listed. */
function vimeoAt({ pathname, searchParams }: URL): Media | null {
  const path = pathname.split('/').filter(Boolean)
  const named = path.findIndex((part) => part === 'video' || part === 'videos')
  const at = named >= 0 ? named + 1 : ['channels', 'ondemand'].includes(path[0] ?? '') ? 2 : 0
  const [video = '', after] = path.slice(at)
  return vimeoId.test(video) ? vimeo(video, searchParams.get('h') ?? after) : null
}

function vimeo(video: string, hash?: string): Media {
  if (!hash || !/^[0-9a-f]{6,20}$/.test(hash)) return { kind: 'vimeo', address: `https://vimeo.com/${video}`, video }
  return { kind: 'vimeo', address: `https://vimeo.com/${video}/${hash}`, video, hash }
}

function fileAt(url: URL): Media {
  if (url.username || url.password) throw wrong(replay('password'))
  if (url.protocol === 'http:' && !localNames.includes(url.hostname)) throw wrong(replay('insecure'))
  const ending = /\.([a-z0-9]+)$/i.exec(url.pathname)?.[1]?.toLowerCase() ?? ''
  if (!FILE_ENDINGS.includes(ending))
    throw wrong(replay('noFile', { endings: FILE_ENDINGS.map((each) => `.${each}`).join(', ') }))
  url.hash = ''
  return { kind: 'file', address: url.href }
}

function wrong(words: ReturnType<typeof replay>): Refused {
  return new Refused('invalid', words, { field: 'address' })
}
