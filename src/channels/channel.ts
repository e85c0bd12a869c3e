import type { ChannelKind } from '../domain/alert/kind.ts'
import type { MessageLanguage } from '../domain/alert/message.ts'

/** Where a message goes: a browser is told by its open screen and has no address. */
export type TargetKind = Exclude<ChannelKind, 'browser'>

/** A target as a message is sent to it. */
export interface Channel {
  readonly kind: TargetKind
  /** An https address, or mail addresses with commas between. The addresses of Slack and Teams are secrets themselves. */
  readonly address: string
  /** What a webhook is signed with, `whsec_` and base64; the previous one signs too while they are exchanged. */
  readonly secret: string | null
  readonly previousSecret: string | null
  readonly language: MessageLanguage
  /** An IANA name; clocks in messages show its time. */
  readonly timezone: string
}
