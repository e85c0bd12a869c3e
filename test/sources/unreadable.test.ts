import { expect, test } from 'vitest'
import { unreadable, whyUnreadable } from '../../src/sources/unreadable.ts'

test('a stored sentence is known again with what fills its gaps, and another text is just that', () => {
  const all = [
    unreadable('deep', { levels: 64 }),
    unreadable('failed', { fault: 'TypeError' }),
    ...(['empty', 'notJson', 'list', 'noEvent', 'noToken', 'overloaded', 'signature'] as const).map((name) =>
      unreadable(name),
    ),
  ]
  expect(all.map(({ text }) => whyUnreadable(text))).toEqual(all)
  expect(all).toHaveLength(Object.keys(unreadable.templates).length)
  for (const text of ['', 'webinar.started: payload.object.uuid is missing', 'the body is empty, nearly'])
    expect(whyUnreadable(text)).toBe(text)
})
