import { catalogue } from '../domain/words.ts'

const another = '"npm run -s ripen -- owner link" on the machine of Ripen prints a new one.'

/** Why a one-time link is good for nothing, and what to do instead. */
export const link = catalogue('link', {
  unknown: `Ripen does not know this link; it may be incomplete. ${another}`,
  used: `This link has been used, and it works once. Sign in. Password forgotten? ${another}`,
  outdated: `This link is outdated: it lasts 24 hours, an invitation 7 days, and only the newest counts. Whoever invited you makes a new one on the screen "Team". ${another}`,
  forPassword: 'This link is for a new password, not for a new owner.',
  forOwner: 'This link is for a new owner, not for a new password.',
})

export const slugs = catalogue('slug', {
  malformed:
    '"{slug}" is no short name for addresses (slug): use a-z, 0-9 and hyphens, at most 50, beginning with a letter or digit.',
  taken: 'There is a workspace "{slug}" already.',
})

export const member = catalogue('member', {
  lastOwner: '{email} is the last owner of this workspace. Make somebody else an owner first.',
  stranger: 'Nobody in "{slug}" signs in as {email}.',
  unknown: 'There is no such member in this workspace.',
  there: '{email} is in the team already, as {role}. Change the role in the list of the team.',
  active:
    '{email} has chosen a password and signs in with it. Whoever runs Ripen prints a link for a new one: "owner link --email".',
  elsewhere:
    '{email} was invited to another workspace first, and a link would open that one, too. Let them use the invitation that they have.',
})
