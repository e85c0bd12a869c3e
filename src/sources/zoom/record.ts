/**
 * Makes of a member's value what is stored of it; undefined is given where the member is missing. Throws `Unfit`.
 * No schema library: what every delivery goes through must cost little more than looking at its members.
 */
export type Member<T> = (value: unknown) => T

/** What a member is not, in words, and the names under which it is found, from the outermost object on. */
export class Unfit extends Error {
  readonly path: readonly string[]

  constructor(words: string, path: readonly string[] = []) {
    super(words)
    this.path = path
  }

  within(name: string): Unfit {
    return new Unfit(this.message, [name, ...this.path])
  }
}

export type Members = Readonly<Record<string, Member<unknown>>>
/** What is read of them. */
export type Shaped<M extends Members> = { [Name in keyof M]: ReturnType<M[Name]> }

/** An object with these members, which are read in this order; all others are left unread. */
export function record<M extends Members>(members: M): Member<Shaped<M>> {
  const read = Object.entries(members)
  return (value) => {
    if (!isObject(value)) throw new Unfit(value === undefined ? 'is missing' : 'is no object')
    const record: Record<string, unknown> = {}
    for (const [name, member] of read) record[name] = within(name, member, value[name])
    return record as Shaped<M>
  }
}

const mostEntries = 1000

/** A list that may be missing. It is counted before its entries are read, so that a huge one costs nothing. */
export function listOf<T>(entry: Member<T>): Member<T[]> {
  return (value) => {
    if (value === undefined || value === null || value === '') return []
    if (!Array.isArray(value) || value.length > mostEntries)
      throw new Unfit(`is no list of up to ${mostEntries} entries`)
    return value.map((each, at) => within(String(at), entry, each))
  }
}

function within<T>(name: string, member: Member<T>, value: unknown): T {
  try {
    return member(value)
  } catch (error) {
    throw error instanceof Unfit ? error.within(name) : error
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
