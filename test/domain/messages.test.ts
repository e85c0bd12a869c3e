import { describe, expect, it } from 'vitest'
import { explain } from '../../src/domain/messages.ts'
import template from '../../src/domain/templates/webinar.json' with { type: 'json' }

describe('a ledger line in words', () => {
  it('is a sentence for every rule of the template', () => {
    for (const { id } of template.rules) {
      const sentence = explain({
        rule: id,
        reason: id,
        params: {
          count: 3,
          days: 14,
          minutes: 57,
          percent: 95,
          domain: 'free.example',
          title: 'Guide',
          attribute: 'country',
        },
      })
      expect(sentence).toMatch(/^[A-Z].*[a-z)”]$/)
      expect(sentence).not.toMatch(/[{}_]/)
    }
  })

  it('says of a withheld amount what was done and why it does not pay', () => {
    const again = explain({ rule: 'question_asked', reason: 'once_per_webinar', params: { count: 2 } })
    expect(again).toBe('Asked a question during the webinar: again, 2 more, paid once a webinar')
    const cancelled = explain({ rule: 'registered', reason: 'registration_cancelled' })
    expect(cancelled).toBe('Registered for the webinar: cancelled, so it earns nothing')
    const download = explain({ rule: 'report_downloaded', reason: 'once_each', params: { title: 'Guide' } })
    expect(download).toBe('Downloaded the special report “Guide”: again, paid once')
  })

  it('names a rule that a company made by its id', () => {
    expect(explain({ rule: 'visited_our_stand', reason: 'visited_our_stand' })).toBe('visited our stand')
  })

  it('takes parameters as text: braces and dollar signs in them stay what they are', () => {
    const line = { rule: 'report_downloaded', reason: 'report_downloaded', params: { title: '{count} $& “x”' } }
    expect(explain(line)).toBe('Downloaded the special report “{count} $& “x””')
  })
})

it('a rule of a company that is called like something inside JavaScript is named by its id', () => {
  expect(explain({ rule: 'constructor', reason: 'constructor' })).toBe('constructor')
})
