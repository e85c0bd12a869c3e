import { CallRefused, type Command, inWorkspace, untilScored, workspaceOption } from '../command.ts'
import { personIdOf } from './person.ts'

interface Side {
  name: string | null
  email: string | null
}

interface Merge {
  merge: number
  sides: [Side, Side]
  mergedAt: string
  mergedBy: string | null
  undoneAt: string | null
}

export const personMerge: Command = {
  name: 'person merge',
  words: '<email> <email>',
  summary: 'say that two people are one',
  takes: [2, 2],
  options: [workspaceOption],
  async run(given, ripen) {
    const [one, other] = given.words as [string, string]
    const [id, into] = [await personIdOf(given, ripen, one), await personIdOf(given, ripen, other)]
    type Answer = { merge: number; person: string }
    const answer = await ripen.call<Answer>('POST', inWorkspace(given, `/people/${id}/merge`), { into })
    await untilScored(given, ripen)
    const human = `${one} and ${other} are one person now (merge ${answer.merge}). person unmerge ${one} takes it back.`
    return { json: answer, human }
  },
}

export const personUnmerge: Command = {
  name: 'person unmerge',
  words: '<email>',
  summary: 'take a merge of a person back',
  takes: [1, 1],
  options: [workspaceOption, { name: 'merge', value: '<number>', help: 'which one (the only one that holds)' }],
  async run(given, ripen) {
    const [email] = given.words as [string]
    const id = await personIdOf(given, ripen, email)
    const { items } = await ripen.call<{ items: Merge[] }>('GET', inWorkspace(given, `/people/${id}/merges`))
    const merge = chosen(items, given.text('merge'), email)
    const path = inWorkspace(given, `/people/${id}/unmerge`)
    const answer = await ripen.call<{ people: string[] }>('POST', path, { merge: merge.merge })
    await untilScored(given, ripen)
    const two = new Set(answer.people).size === 2
    const human = two
      ? `${named(merge)} are two people again.`
      : `Merge ${merge.merge} is undone. ${named(merge)} stay one by another merge or a registration.`
    return { json: { merge: merge.merge, ...answer }, human }
  },
}

function chosen(items: readonly Merge[], asked: string | undefined, email: string): Merge {
  const holding = items.filter(({ undoneAt }) => undoneAt === null)
  const found = asked === undefined ? holding : holding.filter(({ merge }) => String(merge) === asked)
  if (found.length === 1) return found[0]!
  if (holding.length === 0) throw new CallRefused({ detail: `No merge of ${email} by hand holds.` })
  const list = holding.map(
    (merge) => `  --merge ${merge.merge}: ${named(merge)}, by ${merge.mergedBy} on ${merge.mergedAt}`,
  )
  throw new CallRefused({ detail: [`Say which merge of ${email}:`, ...list].join('\n') })
}

function named({ sides }: Merge): string {
  return sides.map(({ name, email }) => email ?? name ?? 'somebody').join(' and ')
}
