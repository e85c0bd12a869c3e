import { describe, expect, it } from 'vitest'
import { lint } from '../../../src/domain/lint/lint.ts'
import { parseModel } from '../../../src/domain/model.ts'
import { templateNamed } from '../../../src/domain/templates.ts'

/** What is said of a template as a workspace has it that sees everything, as `severity smell of rule`. */
function found(name: string): string[] {
  const sees = { mail: 'ever', phone: 'ever', whatsapp: 'ever', site: 'ever', social: 'ever' } as const
  const model = parseModel({ ...templateNamed(name), observes: sees, freeMailboxes: ['mailbox.example'] })
  return lint(model).map(({ severity, smell, rule, path }) => `${severity} ${smell} of ${rule ?? path}`)
}

const repeats = (severity: string, ...rules: string[]) =>
  rules.map((rule) => `${severity} unbounded_repeats of ${rule}`)

describe('what the linter says of a template', () => {
  it.each(['webinar', 'b2b-it', 'online-behaviour'])('is no error: %s', (name) => {
    expect(lint(parseModel(templateNamed(name))).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is, of webinar, that fit waits for characteristics, and that the given rows for files and forms pay each new one', () => {
    expect(found('webinar')).toEqual([
      'hint empty_list of fit_complete',
      ...repeats(
        'hint',
        'report_downloaded',
        'product_content',
        'product_video',
        'resource_downloaded',
        'form_submitted',
      ),
    ])
  })

  it('is, of b2b-it, that the given points for role and company alone are more than its MQL', () => {
    expect(found('b2b-it')).toEqual(['warning lead_by_registering of thresholds.mql'])
  })

  it('is, of online-behaviour, that its many small signals are given without caps: each of them repeated makes hot', () => {
    expect(found('online-behaviour')).toEqual([
      ...repeats('warning', 'price_page', 'product_page_seen', 'story_page_seen', 'mail_opened', 'mail_clicked'),
      ...repeats('warning', 'offer_studied', 'social_liked', 'social_shared', 'social_commented'),
      ...repeats('hint', 'file_downloaded', 'form_filled', 'ebook_downloaded', 'guide_downloaded'),
      ...repeats('hint', 'infographic_downloaded'),
    ])
  })

  it('is that penalties for silence cost nothing until something is observed', () => {
    const bare = (name: string) => lint(parseModel(templateNamed(name))).filter(({ smell }) => smell === 'not_observed')
    expect(bare('webinar').map(({ rule }) => rule)).toEqual(['inactive'])
    expect(bare('online-behaviour').map(({ rule }) => rule)).toEqual(['site_quiet', 'social_none'])
  })

  it('is, of templates put together, which of their rows pay for the same act', () => {
    const twice = lint(parseModel(templateNamed('webinar+online-behaviour'))).filter(
      ({ smell }) => smell === 'paid_twice',
    )
    expect(twice.map(({ rule, words }) => `${rule} as ${words.params.other}`)).toEqual([
      'price_page as product_page',
      'product_page_seen as product_page',
      'mail_opened as email_opened',
      'mail_clicked as email_clicked',
      'file_downloaded as resource_downloaded',
      'form_filled as hand_raised',
      'form_filled as form_submitted',
      'mail_unsubscribed as unsubscribed',
      'product_page_seen as price_page',
      'site_quiet as inactive',
    ])
    const company = lint(parseModel(templateNamed('webinar+b2b-it:company')))
    expect(company.filter(({ smell }) => smell === 'paid_twice')).toEqual([])
  })
})
