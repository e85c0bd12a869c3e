/** Whether a platform on the internet can reach an address. */
export function isReachable({ hostname, protocol }: Pick<URL, 'hostname' | 'protocol'>): boolean {
  const isPrivate = /^(localhost|.*\.local|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname)
  return protocol === 'https:' && !isPrivate
}
