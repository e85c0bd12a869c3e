import { catalogue } from '../domain/words.ts'

const another = '"npm run -s ripen -- owner link" on the machine of Ripen prints a new one.'

/** Why a one-time link is good for nothing, and what to do instead. */
export const link = catalogue('link', {
  unknown: `Ripen does not know this link; it may be incomplete. ${another}`,
  used: `This link has been used, and it works once. Sign in. Password forgotten? ${another}`,
  outdated: `This link is outdated: it lasts 24 hours, and only the newest counts. ${another}`,
  forPassword: 'This link is for a new password, not for a new owner.',
  forOwner: 'This link is for a new owner, not for a new password.',
})

export const slugs = catalogue('slug', {
  malformed: '"{slug}" is no slug: use a-z, 0-9 and hyphens, at most 50, beginning with a letter or digit.',
  taken: 'There is a workspace "{slug}" already.',
})

export const member = catalogue('member', {
  owner: '{email} owns this Ripen, and owners may do everything in every workspace.',
  stranger: 'Nobody in "{slug}" signs in as {email}.',
})
