import { Refused } from '../../../domain/refusal.ts'
import { together } from '../../../domain/words.ts'
import { cited } from '../../refuse.ts'
import { plain } from '../../table.ts'
import { answerFile, answerPart } from './answer-words.ts'

/**
 * Which questions are answered in people's own words: no report says so, somebody has to. Throws `Refused('invalid')` with
 * the field `openQuestion` for one that is not asked.
 */
export function openAmong(asked: readonly string[], open: readonly string[], file: string): (text: string) => boolean {
  const isAsked = new Set(asked.map(plain))
  const isOpen = new Set(open.map(plain))
  const unknown = open.find((question) => !isAsked.has(plain(question)))
  const [first, ...others] = asked.slice(0, 20).map((text) => answerPart('cited', { text: cited(text) }))
  if (unknown !== undefined && first) {
    const questions = together([first, ...others], (first, second) => answerPart('both', { first, second }))
    const words = answerFile('noSuchQuestion', { question: cited(unknown), questions })
    throw new Refused('invalid', words, { file, field: 'openQuestion' })
  }
  return (text) => isOpen.has(plain(text))
}
