import { catalogue } from '../../domain/words.ts'

/** Why a text is no address of a channel, and what to know of one that is. */
export const channelAddress = catalogue('channelAddress', {
  empty: 'Give the address to send to.',
  noAddress: 'This is no web address. It begins with https:// and is copied as a whole.',
  https: 'The address begins with {protocol}. Only https is safe on the way.',
  userinfo: 'The address has a name or password before {host}. Leave them out.',
  long: 'The address has {length} characters; at most {most} are allowed.',
  slackPath:
    'A webhook of Slack looks like https://hooks.slack.com/services/T…/B…/…. Make one in Slack under “Incoming Webhooks” and copy it as a whole.',
  slackPage:
    '{host} is a page of Slack, not a webhook. Make an incoming webhook in Slack; its address begins with https://hooks.slack.com/services/.',
  slackWorkflow:
    'This is a trigger of Slack’s Workflow Builder, which takes no messages of this kind. Make an incoming webhook instead; its address begins with https://hooks.slack.com/services/.',
  slackAlike: '{host} is not Slack. It gets messages as Slack does; send a test to see whether it understands them.',
  teamsRetired:
    'Microsoft has retired the connectors of {host}. In Teams open the channel’s menu, choose Workflows and “Send webhook alerts to a channel”, and copy the address that it shows.',
  teamsHost:
    '{host} is no address of a Teams workflow. In Teams open the channel’s menu, choose Workflows and “Send webhook alerts to a channel”; its address is at logic.azure.com or powerplatform.com.',
  teamsSignature: 'The address of the workflow is cut off: its end with “sig=” is missing. Copy it as a whole.',
  mail: '“{address}” is no mail address.',
  mailMany: 'These are {count} mail addresses; at most {most} are allowed. Use a mailing list.',
})
