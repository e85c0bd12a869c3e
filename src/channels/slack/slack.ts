import { fitting } from '../told/fitting.ts'
import type { Told } from '../told/told.ts'
import { type Block, blocksOf } from './blocks.ts'
import { fallbackOf } from './fallback.ts'

/** Slack answers 400 over about 13,000 signs, though it says so nowhere; this is below it with room. */
const MOST = 12_000

export interface SlackMessage {
  /** What a notification shows, and all that a Slack-alike shows which knows no blocks. */
  text: string
  blocks: Block[]
  unfurl_links: false
  unfurl_media: false
}

/** A message in Slack's Block Kit; where people do not fit, fewer are named and more are counted. */
export function slackMessage(told: Told): SlackMessage {
  return fitting(told, formOf, (message) => JSON.stringify(message).length <= MOST)
}

function formOf(told: Told): SlackMessage {
  return { text: fallbackOf(told), blocks: blocksOf(told), unfurl_links: false, unfurl_media: false }
}
