/** What alerts are raised on: something that a person does, or that becomes true of them. */
export const SIGN_KINDS = [
  'joins_live',
  'attended',
  'watches_replay',
  'raises_hand',
  'crosses_mql',
  'crosses_sql',
  'surges',
  'asks_to_buy',
  'target_account',
] as const
export type SignKind = (typeof SIGN_KINDS)[number]

/** Where alerts go to. */
export const CHANNEL_KINDS = ['slack', 'teams', 'mail', 'webhook'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]
