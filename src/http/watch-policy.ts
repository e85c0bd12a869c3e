/** Where the players of others are; the page takes no script from there. */
const players: Record<string, string> = {
  youtube: 'https://www.youtube-nocookie.com',
  vimeo: 'https://player.vimeo.com',
}

/** For the page of a link: only there a film of somebody else's may play, and only from where this one is. */
export function watchPolicy(media: unknown): string {
  return (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    `${source(media)}base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
  )
}

function source(media: unknown): string {
  const { kind, address } = (media ?? {}) as { kind?: string; address?: string }
  const player = players[kind ?? '']
  if (player) return `frame-src ${player}; `
  return address ? `media-src ${new URL(address).origin}; ` : ''
}
