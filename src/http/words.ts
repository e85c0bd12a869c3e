import { catalogue } from '../domain/words.ts'

/** What keeps somebody out, or keeps a call from being taken. */
export const door = catalogue('door', {
  wrongPassword: 'The e-mail address or the password is wrong.',
  tooMany: 'Too many tries. Try again in {wait}.',
  seconds: '{count} seconds',
  minutes: '{count} minutes',
  ended: 'Your session has ended. Sign in again.',
  role: 'Somebody with the role "{role}" may not do this ("{scope}").',
  otherSite: "Only Ripen's own pages may make this call, not {page}.",
  anotherSite: "Only Ripen's own pages may make this call, not another site.",
  plainHttp:
    'This is {origin}, plain http: everybody on the way could read your password. Use https: put a proxy with a certificate before Ripen and start Ripen with RIPEN_TRUST_PROXY=1. On the machine itself http://localhost may be used.',
  untoldProxy:
    'Between you at {page} and Ripen stands a proxy that Ripen was not told of. Start Ripen with RIPEN_TRUST_PROXY=1, and let the proxy set X-Forwarded-Proto and pass Host on (or set X-Forwarded-Host).',
  tooLarge: 'The body is larger than {limit} MB. Send it in smaller parts.',
  noJson: 'Send JSON, and say so in the header Content-Type.',
  unavailable: 'Ripen is not available just now. Try again in a few seconds.',
})

/** What is wrong with one field of a form; in English the sentence names the field, too. */
export const field = catalogue('field', {
  missing: 'it is missing',
  tooShort: 'it has fewer than {count} characters',
  tooLong: 'it has more than {count} characters',
  noAddress: 'it is no e-mail address',
})
