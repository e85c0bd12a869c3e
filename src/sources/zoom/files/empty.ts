import { refuse } from '../../refuse.ts'
import { refusal } from './words.ts'

export function refuseEmpty(file: string): never {
  return refuse(refusal('empty'), { file, line: 1, column: 1 })
}
