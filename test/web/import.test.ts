import { describe, expect, it } from 'vitest'
import type { ImportedFile } from '../../src/http/workspace/imports.ts'
import { Problem, Unreachable } from '../../web/api.ts'
import {
  changed,
  type Dropped,
  formOf,
  isBusy,
  mayBeQuestions,
  nothingChosen,
  type Progress,
  refusal,
  withColumn,
} from '../../web/screens/import/imports.ts'

const result: ImportedFile = {
  file: 'a.csv',
  kind: 'zoom-attendees',
  webinar: null,
  rows: 3,
  facts: 2,
  people: 1,
  skipped: [],
  warnings: [],
  warned: [],
}

function dropped(id: number, progress: Progress): Dropped {
  return { id, file: new File(['x'], 'a.csv'), choice: nothingChosen, progress }
}

describe('the files on the import screen', () => {
  it('go their own ways: what happens to one changes no other', () => {
    const files = [dropped(1, { state: 'reading' }), dropped(2, { state: 'reading' })]
    const refused = changed(files, { type: 'moved', id: 1, progress: { state: 'refused', error: new Unreachable() } })
    expect(refused.map(({ progress }) => progress.state)).toEqual(['refused', 'reading'])
    expect(changed(refused, { type: 'removed', id: 1 }).map(({ id }) => id)).toEqual([2])
  })

  it('are done when nobody is left to be scored, all stored ones at once', () => {
    const scoring: Progress = { state: 'scoring', result, left: 0, most: 0 }
    const files = [dropped(1, scoring), dropped(2, { state: 'uploading', share: 0.5 }), dropped(3, scoring)]
    const some = changed(files, { type: 'scored', left: 40 })
    const fewer = changed(some, { type: 'scored', left: 10 })
    expect(fewer[0]!.progress).toEqual({ state: 'scoring', result, left: 10, most: 40 })
    const states = changed(fewer, { type: 'scored', left: 0 }).map(({ progress }) => progress.state)
    expect(states).toEqual(['done', 'uploading', 'done'])
  })

  it('must not be left while one of them is on its way, and may be once it is stored', () => {
    expect(isBusy([dropped(1, { state: 'uploading', share: 0 })])).toBe(true)
    expect(isBusy([dropped(1, { state: 'storing' })])).toBe(true)
    expect(isBusy([dropped(1, { state: 'scoring', result, left: 5, most: 5 }), dropped(2, { state: 'reading' })])).toBe(
      false,
    )
  })
})

describe('what the server refuses', () => {
  it.each(['timezone', 'webinar', 'columns'])('is a question where only that is missing: %s', (field) => {
    const error = new Problem(400, { field, detail: 'Which?', headers: ['Question'], roles: {} })
    expect(refusal(error)).toEqual({ state: 'asks', field, error })
  })

  it('may be a table of questions where nobody knows what it is', () => {
    const unknown = new Problem(400, { key: 'file.unknownTitle', detail: 'It begins with “Name”.' })
    expect(mayBeQuestions(unknown, nothingChosen)).toBe(true)
    expect(mayBeQuestions(unknown, { ...nothingChosen, kind: 'zoom-qa' })).toBe(false)
    expect(mayBeQuestions(new Problem(400, { key: 'file.empty' }), nothingChosen)).toBe(false)
  })

  it('is a refusal of the file where anything else is wrong', () => {
    const picture = new Problem(400, { file: 'a.png', line: 1, column: 1, detail: 'A picture.' })
    expect(refusal(picture)).toEqual({ state: 'refused', error: picture })
    expect(refusal(new Unreachable()).state).toBe('refused')
  })
})

describe('what is sent', () => {
  it('is the file alone where nothing was chosen, so that the server decides', () => {
    const form = formOf(dropped(1, { state: 'reading' }), false)
    expect([...form.keys()]).toEqual(['file'])
  })

  it('says of a preview that it is one, with what was chosen', () => {
    const columns = { question: 'What', email: '' }
    const choice = { kind: 'zoom-qa', timezone: 'Asia/Jerusalem', webinarKind: 'demo', webinar: 'w_1', columns }
    const openQuestions = ['Why?', 'What else?']
    const chosen = { ...choice, openQuestions, alerts: true }
    const form = formOf({ ...dropped(1, { state: 'reading' }), choice: chosen }, true)
    expect([...form].slice(1)).toEqual([
      ['preview', 'true'],
      ['kind', 'zoom-qa'],
      ['timezone', 'Asia/Jerusalem'],
      ['webinarKind', 'demo'],
      ['webinar', 'w_1'],
      ['columns', '{"question":"What","email":""}'],
      ['alerts', 'true'],
      ['openQuestion', 'Why?'],
      ['openQuestion', 'What else?'],
    ])
  })
})

describe('the columns of a table of questions', () => {
  const columns = { headers: ['A', 'B', 'C'], roles: { question: 'A', email: null, name: 'B', time: null } }

  it('are all said once one is chosen, and those that are none’s stay open', () => {
    expect(withColumn(columns, null, 'email', 'C')).toEqual({ question: 'A', name: 'B', email: 'C' })
    expect(withColumn(columns, { email: '' }, 'name', '')).toEqual({ question: 'A', email: '', name: '' })
  })

  it('hold one thing each: what had a column before has none', () => {
    expect(withColumn(columns, null, 'email', 'B')).toEqual({ question: 'A', name: '', email: 'B' })
    expect(withColumn(columns, { question: 'C' }, 'name', 'C')).toEqual({ question: '', name: 'C' })
  })

  it('stay in sight while the file is read anew', () => {
    const error = new Problem(400, { field: 'columns', headers: ['A'], roles: { question: null } })
    const [asks] = changed([dropped(1, { state: 'reading' })], { type: 'moved', id: 1, progress: refusal(error) })
    const [again] = changed([asks!], { type: 'moved', id: 1, progress: { state: 'reading' } })
    expect(again!.columns).toMatchObject({ headers: ['A'], roles: { question: null } })
  })
})
