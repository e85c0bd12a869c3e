import { callsOf } from '../isolation/calls.ts'
import { foreignFigures } from '../isolation/foreign.ts'
import { makeTwo } from '../isolation/two.ts'
import { is, reaching } from '../marks.ts'
import type { Row } from '../row.ts'

/** Who may enter one workspace learns nothing of another, whatever ids of it they know. */
export const isolation: Row = {
  number: 23,
  name: 'isolation of workspaces',
  mark: {
    short:
      'every call of the API, with the key and with the session of one workspace and each id of another: 404, 0 foreign bytes; the same ids work in their own',
    long: 'the same',
  },
  async run({ progress }) {
    const two = await makeTwo()
    const calls = await callsOf(two.house)
    progress(`${calls.length} calls`)
    return reaching(await foreignFigures(two, calls), {
      'answered otherwise than 404': is(''),
      'answers with foreign bytes': is(''),
      'ids that are none in their own': is(''),
    })
  },
}
