import { catalogue } from '../../domain/words.ts'

/** Why something about alerts, channels and what goes out is refused. */
export const alert = catalogue('alert', {
  tooManyRules: 'There are {most} alert rules already, the most there may be. Delete one that nobody reads.',
  noChannel: 'There is no channel “{channel}”. Make it first, or leave it out.',
  ruleNameTaken: 'There is an alert rule called “{name}” already. Give this one another name.',
  tooManyChannels: 'There are {most} channels already, the most there may be. Delete one that nobody reads.',
  channelNameTaken: 'There is a channel called “{name}” already. Give this one another name.',
  noMail: 'This Ripen has not been told how to send mail: whoever runs it sets RIPEN_SMTP_URL or RIPEN_MAIL_API.',
  noOwner: 'Nobody looks after these people: name owners under Alerts, or give the channel an address.',
  takenBy: '{name} has taken it already.',
  channelOff: 'The channel is switched off. Switch it on first.',
  secretOnlyWebhook: 'Only a webhook has a secret by which it is signed.',
  noWayOut: 'This workspace has no way out.',
})
