/** What Slack's words of refusal mean. */
const MEANINGS: Readonly<Record<string, string>> = {
  no_service: 'the webhook was removed or switched off in Slack',
  no_service_id: 'the address is cut off',
  no_team: 'there is no such Slack workspace any more',
  no_active_hooks: 'the webhook was switched off in Slack',
  invalid_token: 'the address is wrong or the webhook was removed in Slack',
  team_disabled: 'the Slack workspace was switched off',
  user_not_found: 'the person that it goes to is not in Slack any more',
  channel_not_found: 'the Slack channel was removed or is private',
  channel_is_archived: 'the Slack channel was archived',
  action_prohibited: 'the administrators of Slack do not allow it',
  posting_to_general_channel_denied: 'Slack allows only administrators to post in this channel',
  too_many_attachments: 'Slack found too many attachments in it',
  no_text: 'Slack found no text in it',
  invalid_payload: 'Slack did not understand it',
  invalid_blocks: 'Slack did not understand it',
  msg_blocks_too_long: 'it is too long for Slack',
  rollup_error: 'Slack has a fault of its own',
}

/** An answer of Slack with what it means behind it, where that is known. */
export function slackAnswer(answer: string): string {
  const word = answer.match(/\b[a-z]+(?:_[a-z]+)+\b/)?.[0]
  const meaning = word !== undefined && Object.hasOwn(MEANINGS, word) ? MEANINGS[word] : undefined
  return meaning ? `${answer}: ${meaning}` : answer
}
