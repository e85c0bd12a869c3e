import { explain } from '../domain/messages.ts'
import { runTests } from '../domain/model-tests.ts'
import { meantModel } from './meant-model.ts'
import { momentOf } from './moment.ts'
import type { Workspace } from './workspace.ts'

/**
 * Runs the tests inside a model; left out: those of the draft, else of the model in force. Throws `Refused('invalid')`
 * with the place in the model. A ledger line names the webinar by its id in the test.
 */
export function testModel(ws: Workspace, given?: unknown) {
  const items = runTests(meantModel(ws, given)).map(({ ledger, ...result }) => ({
    ...result,
    failures: [...result.failures],
    ledger: ledger.map(({ rule, points, at, webinar = null, reason, params = {} }) => ({
      ...{ rule, points, at: momentOf(at), webinar },
      ...{ reason: explain({ rule, reason, params }), message: reason, params: { ...params } },
    })),
  }))
  const passed = items.filter((item) => item.passed).length
  return { passed, failed: items.length - passed, items }
}
