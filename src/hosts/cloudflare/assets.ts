import type { Asset } from '../../http/dashboard.ts'
import type { Env } from './env.ts'

/** The files of the built dashboard, which Cloudflare keeps. What the build named by its content never changes. */
export function assetsOf({ ASSETS }: Env): Asset {
  return async (request, pathname) => {
    const found = await ASSETS.fetch(new Request(new URL(pathname, request.url), request))
    if (found.status >= 400) return null
    const file = new Response(found.body, found)
    file.headers.set(
      'cache-control',
      pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    return file
  }
}
