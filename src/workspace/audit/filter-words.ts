import { catalogue, type Words } from '../../domain/words.ts'

/** By what a list was narrowed down, as the log says it: names of filters, and those of their values that are words. */
export const narrowed = catalogue('narrowed', {
  by: '{name}: {value}',
  or: '{first} or {second}',
  act: 'what was done',
  activeSince: 'active since',
  activeWithinDays: 'active in so many last days',
  asOf: 'as of',
  attended: 'there',
  buying: 'spoke of buying',
  company: 'company',
  domain: 'mail domain',
  grade: 'fit',
  knownAt: 'as it was known at',
  mail: 'wish for mail',
  maxScore: 'score up to',
  minScore: 'score from',
  model: 'version of the formula',
  only: 'only',
  q: 'a search',
  reached: 'stage reached',
  sort: 'in order of',
  staff: 'with staff',
  stage: 'stage',
  temperature: 'temperature',
  topic: 'topic',
  webinar: 'a webinar',
  where: 'said in',
  cold: 'cold',
  warm: 'warm',
  hot: 'hot',
  registrant: 'registrant',
  lead: 'lead',
  opportunity: 'opportunity',
  customer: 'customer',
  nurture: 'nurture',
  disqualified: 'disqualified',
  yes: 'yes',
  no: 'no',
  true: 'yes',
  false: 'no',
  none: 'none',
  replay: 'only on replay',
  watched: 'on replay',
  no_show: 'no-show',
  registered: 'registered',
  wanted: 'wanted',
  unwanted: 'not wanted',
  score: 'score',
  time: 'time',
  question: 'questions',
  chat: 'chat',
  survey: 'surveys',
  poll: 'polls',
  form: 'forms',
  feedback: 'feedback',
  site_chat: 'the chat of the site',
})

/** One filter with what was asked for; a value that is no word of Ripen's stands as it was given. */
export function filterWords(name: string, value: string): Words {
  const either = (first: Words | string, second: Words | string) => narrowed('or', { first, second })
  return narrowed('by', { name: wordOf(name), value: value.split(',').map(wordOf).reduce(either) })
}

function wordOf(text: string): Words | string {
  const { by, or, ...words } = narrowed.templates
  return Object.hasOwn(words, text) ? narrowed(text as keyof typeof words) : text
}
