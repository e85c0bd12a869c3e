import type { Message } from '../../domain/alert/message.ts'
import { webAddress } from './href.ts'
import type { Speech } from './speech.ts'
import type { Told } from './told.ts'

type Of<Is extends Message['is']> = Extract<Message, { is: Is }>

export function tellSwitchedOff({ channel, lastAnswer, link }: Of<'switched_off'>, speech: Speech): Told {
  const { words } = speech
  const answer = speech.others(lastAnswer, 200)
  const lines = [words.switchedOffMeans, ...(answer ? [words.lastAnswer(answer)] : [])]
  return notice(speech, '⚠️', words.switchedOff(speech.others(channel, 80) ?? ''), lines, words.channels, link)
}

export function tellTest({ workspace, link }: Of<'test'>, speech: Speech): Told {
  const { words } = speech
  return notice(speech, '👋', words.test(speech.others(workspace, 80) ?? ''), [words.testMeans], words.open, link)
}

export function tellExport({ name, people, link, until }: Of<'export'>, speech: Speech): Told {
  const { words } = speech
  const lines = [words.exported(people), words.exportMeans, words.until(speech.dayAndTime(until))]
  return notice(speech, '📄', words.export(speech.others(name, 80) ?? ''), lines, words.download, link)
}

function notice(
  { words }: Speech,
  symbol: string,
  title: string,
  lines: readonly string[],
  label: string,
  link: string | null,
): Told {
  const url = webAddress(link)
  const links = url ? [{ label, url, isFirst: true }] : []
  return { direction: words.direction, symbol, title, parts: [{ is: 'lines', lines }], links, foot: null }
}
