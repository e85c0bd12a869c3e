import { canonicalJson } from '../../../domain/fact.ts'
import type { Statement } from '../../../domain/statement.ts'
import type { Words } from '../../../domain/words.ts'
import { addressOf, cleanText } from '../../text.ts'
import type { Answerer } from '../answer-id.ts'
import { answerOdd } from './answer-words.ts'
import { type FileReading, linesOf, longestText, type SaidInFile } from './reading.ts'

/** Who a row says it is of; `email` null: nobody who can be told. */
export interface Who {
  name: string
  email: string | null
}

/** The longest text of a question or an answer that is kept. */
export const longestAnswer = 5000

/**
 * Gathers what a file says that people said. Of two contents under one id both are kept, for which of them counts does
 * not depend on their order.
 */
export class Answers {
  readonly statements: Statement[] = []
  readonly said: SaidInFile[] = []
  readonly skipped: FileReading['skipped'] = []
  private readonly known = new Set<string>()
  private readonly oddAddresses: number[] = []
  private unnamed = 0

  /** Whose row it is. Of somebody who answered anonymously Zoom prints that as name, or as address too. */
  who(name: string, address: string, line: number): Who {
    const email = addressOf(address) ?? null
    if (!email) {
      this.unnamed++
      if (address && !/^anonymous/i.test(address)) this.oddAddresses.push(line)
    }
    return { name: cleanText(name, longestText), email }
  }

  add(statement: Statement, ...said: SaidInFile[]): void {
    const content = canonicalJson(statement)
    if (this.known.has(content)) return
    this.known.add(content)
    this.statements.push(statement)
    this.said.push(...said)
  }

  skip(row: number, why: Words): void {
    this.skipped.push({ row, why })
  }

  warnings(): Words[] {
    const odd = this.oddAddresses
    return [
      ...(odd.length > 0 ? [answerOdd('address', { lines: linesOf(odd) })] : []),
      ...(this.unnamed > 0 ? [answerOdd('unnamed', { number: this.unnamed })] : []),
    ]
  }
}

export function answererOf({ name, email }: Who): Answerer {
  return { name, email: email ?? undefined }
}

/** The person of a statement; undefined for somebody who cannot be told. */
export function personOf({ email }: Who): { person?: { platform: string; email: string } } {
  return email ? { person: { platform: 'zoom', email } } : {}
}
