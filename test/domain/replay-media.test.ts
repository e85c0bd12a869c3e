import { expect, test } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { type MediaKind, readMedia } from '../../src/domain/replay-media.ts'

const video = 'dQw4w9WgXcQ'
const onYoutube = [
  `https://www.youtube.com/watch?v=${video}`,
  `http://youtube.com/watch?feature=share&v=${video}&t=42s`,
  `www.youtube.com/watch?v=${video}&list=PL0123456789`,
  `https://m.youtube.com/watch?v=${video}`,
  `https://music.youtube.com/watch?v=${video}`,
  `https://youtu.be/${video}?si=abc`,
  `youtu.be/${video}`,
  `https://www.youtube.com/embed/${video}?start=30`,
  `https://www.youtube-nocookie.com/embed/${video}`,
  `https://www.youtube.com/v/${video}`,
  `https://www.youtube.com/shorts/${video}`,
  `https://www.youtube.com/live/${video}?feature=shared`,
  ` <iframe width="560" src="https://www.youtube.com/embed/${video}?si=x&amp;start=3" title="x"></iframe>`,
]
for (const spelling of onYoutube)
  test(`a video of YouTube is known by ${spelling.trim()}`, () => {
    const media = { kind: 'youtube', video, address: `https://www.youtube.com/watch?v=${video}` }
    expect(readMedia(spelling, null)).toEqual(media)
    expect(readMedia(spelling, 'youtube')).toEqual(media)
  })

const onVimeo: [string, string?][] = [
  ['https://vimeo.com/76979871'],
  ['vimeo.com/76979871#t=30s'],
  ['https://vimeo.com/76979871/8272103f6e', '8272103f6e'],
  ['https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1', '8272103f6e'],
  ['https://vimeo.com/channels/staffpicks/76979871'],
  ['https://vimeo.com/groups/shortfilms/videos/76979871'],
  ['https://vimeo.com/showcase/7008490/video/76979871'],
  ['https://vimeo.com/album/7008490/video/76979871'],
  ['https://vimeo.com/manage/videos/76979871/8272103f6e', '8272103f6e'],
  ['https://vimeo.com/ondemand/somefilm/76979871'],
]
for (const [spelling, hash] of onVimeo)
  test(`a video of Vimeo is known by ${spelling}`, () => {
    const address = `https://vimeo.com/76979871${hash ? `/${hash}` : ''}`
    expect(readMedia(spelling, null)).toEqual({ kind: 'vimeo', video: '76979871', address, ...(hash && { hash }) })
  })

test('where the kind is told, an id alone is enough', () => {
  expect(readMedia(video, 'youtube')).toMatchObject({ kind: 'youtube', video })
  expect(readMedia('76979871', 'vimeo')).toMatchObject({ kind: 'vimeo', video: '76979871' })
})

for (const [given, address = given] of [
  ['https://media.oren.example/a/backup%20security.MP4'],
  ['media.oren.example/backup.webm', 'https://media.oren.example/backup.webm'],
  [
    'https://media.oren.example/a.mp3?X-Signature=abc.def&e=1#t=3',
    'https://media.oren.example/a.mp3?X-Signature=abc.def&e=1',
  ],
  ['https://media.oren.example/live/index.m3u8'],
  ['http://localhost:8080/a.wav'],
] as [string, string?][])
  test(`a file is taken from ${given}`, () => {
    expect(readMedia(given, null)).toEqual({ kind: 'file', address })
    expect(readMedia(given, 'file')).toEqual({ kind: 'file', address })
  })

const refused: [string, MediaKind | null, string][] = [
  ['', null, 'replay.noAddress'],
  ['the recording', null, 'replay.noAddress'],
  ['javascript:alert(1)//.mp4', null, 'replay.noAddress'],
  ['ftp://media.oren.example/a.mp4', null, 'replay.noAddress'],
  ['data:video/mp4;base64,AAAA', null, 'replay.noAddress'],
  [`https://media.oren.example/${'a'.repeat(3000)}.mp4`, null, 'replay.noAddress'],
  ['https://noa:secret@media.oren.example/a.mp4', null, 'replay.password'],
  ['http://media.oren.example/a.mp4', 'file', 'replay.insecure'],
  ['https://zoom.us/rec/share/abc.def', null, 'replay.noFile'],
  ['https://drive.google.com/file/d/1a2b/view', 'file', 'replay.noFile'],
  ['https://media.oren.example/?file=a.mp4', null, 'replay.noFile'],
  ['https://www.youtube.com/@oren', null, 'replay.noVideo'],
  ['https://www.youtube.com/playlist?list=PL0123456789', null, 'replay.noVideo'],
  ['https://www.youtube.com/watch?v=short', 'youtube', 'replay.noVideo'],
  ['https://vimeo.com/oren', null, 'replay.noVideo'],
  [`https://youtu.be/${video}`, 'file', 'replay.otherKind'],
  ['https://vimeo.com/76979871', 'youtube', 'replay.otherKind'],
  ['https://media.oren.example/a.mp4', 'vimeo', 'replay.notOfKind'],
]
for (const [address, kind, key] of refused)
  test(`refused in words (${key}): ${address.slice(0, 60)} as ${kind ?? 'anything'}`, () => {
    expect(() => readMedia(address, kind)).toThrow(Refused)
    expect(() => readMedia(address, kind)).toThrow(
      expect.objectContaining({
        code: 'invalid',
        details: { field: 'address' },
        words: expect.objectContaining({ key }),
      }),
    )
  })
