import type { Model } from '../domain/model.ts'
import { disposableDomains, freeDomains } from './story/companies.ts'
import { rightTitles } from './story/titles.ts'

/** The formula as this company has made it its own: whom it sells to, and the mailboxes of its invented world. */
export function ownModel(model: Model): Model {
  return {
    ...model,
    goals: ['Sales calls the ones who are looking for a backup this quarter, and nobody else'],
    callsPerDay: 8,
    freeMailboxes: [...model.freeMailboxes, ...freeDomains, ...disposableDomains].sort(),
    disposableMailboxes: [...model.disposableMailboxes, ...disposableDomains].sort(),
    fit: {
      audiences: [],
      characteristics: [
        { id: 'role', attribute: 'jobTitle', weight: 3, contains: rightTitles },
        { id: 'size', attribute: 'employees', weight: 3, min: 100, max: 5000 },
        { id: 'country', attribute: 'country', weight: 1, oneOf: ['IL', 'Israel', 'ישראל'] },
        {
          ...{ id: 'industry', attribute: 'industry', weight: 1 },
          oneOf: ['Finance', 'Insurance', 'Healthcare', 'Public sector', 'Manufacturing', 'Logistics', 'Energy'],
        },
      ],
    },
    rules: model.rules.map((rule) =>
      rule.kind === 'wrong_fit'
        ? { ...rule, enabled: true, lists: [{ attribute: 'jobTitle', oneOf: students }] }
        : rule,
    ),
  }
}

const students = ['Student', 'סטודנט', 'סטודנטית']
