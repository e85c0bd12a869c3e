import { catalogue } from './words.ts'

/** What is wrong with the address of a replay, or with a link to one. */
export const replay = catalogue('replay', {
  noAddress: 'The address "{address}" cannot be read. Give one that begins with https://.',
  password: 'A password stands in this address: everybody who watches would get it. Give one without.',
  insecure: 'Browsers play nothing from plain http within a safe page. Give an address that begins with https://.',
  noFile:
    'This address leads to a page, not to a video or audio file: its path has to end in {endings}. Put the recording on your own server or storage, or on YouTube or Vimeo, and give its address there.',
  noVideo: 'This is an address of {place}, but of no single video. Open the video itself and copy its address.',
  otherKind: 'This is an address of {place}: choose that, or give the address of a file.',
  notOfKind: 'This is no address of a video of {place}.',
  closesFirst: 'It closes before it opens.',
  none: 'This webinar has no replay yet. Give the address of the recording first.',
  wrongLink: 'This link is not valid. Check that it was copied whole, or ask whoever sent it for a new one.',
  early: 'This recording is not open yet. It opens at {opensAt}.',
  closed: 'This recording is no longer open. Ask whoever sent you the link.',
  otherSitting: 'This sitting is of another link or too old. Load the page again.',
  tooFast: 'More was claimed than can be watched in that time.',
  tooMuch: 'So many reports of one viewer are not taken. Try again later.',
})
