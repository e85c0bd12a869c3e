/**
 * What something came from: the webhooks or the API of a source, by its number; a system that sends activities, by the
 * name it gives itself and who let it in (the end of an API key, or `session`); a kind of file.
 */
export type Sender =
  | { kind: 'webhooks' | 'api'; source: number }
  | { kind: 'activities'; by: string; name: string }
  | { kind: 'files'; name: string }

/** The systems that are told apart no longer, since there are too many of them. */
export const otherSystems: Sender = { kind: 'activities', by: '', name: '' }

/** A sender as one text, and back. */
export function senderText(sender: Sender): string {
  if (sender.kind === 'activities') return `activities/${sender.by}/${sender.name}`
  return `${sender.kind}/${sender.kind === 'files' ? sender.name : sender.source}`
}

export function senderOf(text: string): Sender {
  const [kind, rest] = parted(text)
  if (kind === 'files') return { kind, name: rest }
  if (kind !== 'activities') return { kind: kind as 'webhooks' | 'api', source: Number(rest) }
  const [by, name] = parted(rest)
  return { kind, by, name }
}

function parted(text: string): [string, string] {
  const at = text.indexOf('/')
  return [text.slice(0, at), text.slice(at + 1)]
}
