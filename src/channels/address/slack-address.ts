import type { Words } from '../../domain/words.ts'
import type { ReadAddress } from './address.ts'
import { channelAddress as words } from './words.ts'

const OWN = ['hooks.slack.com', 'hooks.slack-gov.com']

/** An incoming webhook of Slack; or of another host that takes messages as Slack does, which the note says. */
export function slackAddress(url: URL): ReadAddress | Words {
  const { hostname, pathname, href, protocol } = url
  if (OWN.includes(hostname)) {
    if (protocol !== 'https:') return words('https', { protocol: `${protocol}//` })
    if (/^\/(?:workflows|triggers)\//.test(pathname)) return words('slackWorkflow')
    const isHook = /^\/services\/[^/]+\/[^/]+\/[^/]+$/.test(pathname)
    return isHook ? { address: href, note: null } : words('slackPath')
  }
  if (/(?:^|\.)slack(?:-gov)?\.com$/.test(hostname)) return words('slackPage', { host: hostname })
  return { address: href, note: words('slackAlike', { host: hostname }) }
}
