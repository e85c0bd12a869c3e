import { CONTENT_KINDS } from '../content-kind.ts'
import { atRule, type Placed, type Severity, type Smell } from './finding.ts'
import { smell } from './words.ts'

/** A kind of content that no source knows, or a word that is not written as it arrives. */
export const unknownWord: Smell = {
  name: 'unknown_word',
  *find({ rules }) {
    for (const placed of rules) {
      const { rule } = placed
      if (rule.kind === 'downloaded' || rule.kind === 'ignored') yield* strangeKinds(placed, rule.contentKinds ?? [])
      if (rule.kind === 'video_watched') yield* notWords(placed, rule.contentKinds ?? [], 'contentKinds')
      if (rule.kind === 'did') yield* notWords(placed, rule.actions ?? [], 'actions')
      if ('webinarKind' in rule && rule.webinarKind !== undefined)
        yield* notWords(placed, [rule.webinarKind], 'webinarKind')
      if (rule.kind === 'messages_ignored') yield* notWords(placed, [rule.channel], 'channel')
    }
  },
}

function* strangeKinds(placed: Placed, kinds: readonly string[]) {
  const strange = kinds.filter((kind) => !CONTENT_KINDS.some((known) => known === kind))
  for (const kind of strange)
    yield atRule(
      placed,
      severityOf(strange, kinds),
      smell('unknownContent', { kind, kinds: CONTENT_KINDS.join(', ') }),
      'contentKinds',
    )
}

function* notWords(placed: Placed, words: readonly string[], member: string) {
  const strange = words.filter((word) => word !== asWord(word))
  for (const word of strange)
    yield atRule(placed, severityOf(strange, words), smell('notAWord', { word, right: asWord(word) }), member)
}

/** An error where nothing is left. */
function severityOf(strange: readonly string[], all: readonly string[]): Severity {
  return strange.length === all.length ? 'error' : 'warning'
}

function asWord(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, '_')
}
