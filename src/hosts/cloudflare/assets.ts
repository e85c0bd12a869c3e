import type { Asset } from '../../http/dashboard.ts'
import type { Env } from './env.ts'

/** The files of the built dashboard, which Cloudflare keeps. What the build named by its content never changes. */
export function assetsOf({ ASSETS }: Env): Asset {
  return async (request, pathname) => {
    // Set, not resolved: a path that begins with two slashes would name another host.
    const url = new URL(request.url)
    url.pathname = pathname
    const found = await ASSETS.fetch(new Request(url, request))
    if (found.status >= 400) return null
    const file = new Response(found.body, found)
    file.headers.set(
      'cache-control',
      pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    return file
  }
}
