import 'i18next'
import type english from './locales/en.ts'
import type alarm from './locales/en-alarm.ts'
import type alerts from './locales/en-alerts.ts'
import type formula from './locales/en-formula.ts'
import type people from './locales/en-people.ts'
import type questions from './locales/en-questions.ts'
import type reconciliation from './locales/en-reconciliation.ts'
import type replay from './locales/en-replay.ts'
import type sources from './locales/en-sources.ts'
import type team from './locales/en-team.ts'

declare module 'i18next' {
  /** Every text is named by its key in the English files; a key that is not there fails the type check. */
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof english &
      typeof formula &
      typeof people &
      typeof questions &
      typeof reconciliation &
      typeof replay &
      typeof alarm &
      typeof alerts &
      typeof sources &
      typeof team
  }
}
