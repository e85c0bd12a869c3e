import { catalogue } from '../domain/words.ts'

/** Why a target cannot be reached. */
export const wayOut = catalogue('wayOut', {
  noName: 'There is no {host}: its name leads nowhere. Look for a typing error.',
  lookup: 'The name {host} cannot be looked up at the moment.',
  private:
    '{host} leads to {address}, which is not on the public internet. Whoever runs this Ripen can allow it with RIPEN_OUTBOUND_ALLOW.',
  privateName: '{host} is not on the public internet. Whoever runs this Ripen can allow it with RIPEN_OUTBOUND_ALLOW.',
  own: '{host} is this Ripen itself.',
  noAddress: 'This is no web address.',
  https:
    'The address begins with {protocol}, and only https is safe on the way. Of a machine of your own whoever runs this Ripen can allow it with RIPEN_OUTBOUND_ALLOW.',
  port: 'The address names port {port}. Only 443, the usual one of https, is allowed.',
  userinfo: 'The address has a name or password before {host}. Leave them out.',
  literal: '{address} is an address of a machine. Give its name.',
  certificate: '{host} has no valid certificate ({why}).',
  refused: '{host} is there, but takes no connections on port {port}.',
  hung: '{host} did not answer within {seconds} seconds.',
  unreachable: '{host} cannot be reached ({why}).',
  mailHost: 'The mail server cannot be reached ({why}).',
  mailLater: 'The mail server does not take it at the moment ({answer}).',
  mailRefused: 'The mail server refused it ({answer}).',
  mailKey:
    'The mail server does not let this Ripen in ({answer}). Whoever runs it should look at its user and password.',
  noMail: 'This Ripen has not been told how to send mail: whoever runs it sets RIPEN_SMTP_URL or RIPEN_MAIL_API.',
})
