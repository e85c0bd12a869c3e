import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const path = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/

/**
 * The files of a built dashboard. What the build named by its content, under `/assets/`, never changes;
 * everything else is asked for again each time and costs nothing when it is the same.
 */
export function openAssets(folder: string): (request: Request, pathname: string) => Promise<Response | null> {
  return async (request, pathname) => {
    const type = types[extname(pathname)]
    if (!type || !path.test(pathname)) return null
    const plain = join(folder, pathname)
    const packed = takesBrotli(request) ? await sizeAndTime(`${plain}.br`) : null
    const found = packed ?? (await sizeAndTime(plain))
    if (!found) return null
    const headers: Record<string, string> = {
      'content-type': type,
      'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${found}${packed ? '-br' : ''}"`,
      vary: 'accept-encoding',
      ...(packed ? { 'content-encoding': 'br' } : {}),
    }
    if (isKnown(request, headers.etag!)) return new Response(null, { status: 304, headers })
    return new Response(await readFile(packed ? `${plain}.br` : plain), { headers })
  }
}

/** Whether the caller has this very file. A proxy that compresses makes the tag a weak one (RFC 9110, 13.1.2). */
function isKnown(request: Request, etag: string): boolean {
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag)
}

function takesBrotli(request: Request): boolean {
  const offers = (request.headers.get('accept-encoding') ?? '').toLowerCase().replaceAll(' ', '').split(',')
  return offers.some((offer) => offer === 'br' || (offer.startsWith('br;q=') && Number(offer.slice(5)) > 0))
}

async function sizeAndTime(file: string): Promise<string | null> {
  try {
    const found = await stat(file)
    return found.isFile() ? `${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}` : null
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}
