import { apart } from '../../domain/apart.ts'
import { explain } from '../../domain/messages.ts'
import type { MessageWords, TitleParts } from './words.ts'

const number = new Intl.NumberFormat('en')

export const english: MessageWords = {
  direction: 'ltr',
  locale: 'en-GB',
  title: {
    joins_live: ({ name, webinar, isRunning, minute }) =>
      `${name} ${isRunning ? 'is' : 'was'} in ${webinar ?? 'a webinar'}${isRunning ? ' now' : ''}${joined(minute)}`,
    attended: ({ name, webinar }) => `${name} attended ${webinar ?? 'a webinar'}`,
    watches_replay: ({ name, webinar }) => `${name} is watching the replay of ${webinar ?? 'a webinar'}`,
    raises_hand: ({ name, webinar }) => `${name} raised a hand${webinar ? ` after ${webinar}` : ''} and waits for you`,
    crosses_mql: ({ name, score }) => `${name} is an MQL now, with a score of ${score}`,
    crosses_sql: ({ name, score }) => `${name} is ready for sales (SQL), with a score of ${score}`,
    surges: ({ name, score }) => `${name} is heating up fast: score ${score}`,
    asks_to_buy: ({ name, topics, webinar }) =>
      `${name} asked ${topics ? `about ${topics}` : 'about buying'}${webinar ? ` in ${webinar}` : ''}`,
    target_account: (parts) => `Target account${parts.company ? ` ${parts.company}` : ''}: ${parts.name} ${is(parts)}`,
  },
  nobody: 'Somebody without a name',
  webinar: (kind, topic) => `${KINDS[kind ?? ''] ?? 'the webinar'}${topic ? ` “${topic}”` : ''}`,
  stage: {
    registrant: 'Registrant',
    lead: 'Lead',
    mql: 'MQL',
    sql: 'SQL',
    opportunity: 'Opportunity',
    customer: 'Customer',
    nurture: 'Nurture',
    disqualified: 'Disqualified',
  },
  temperature: { cold: 'cold', warm: 'warm', hot: 'hot' },
  topic: {
    price: 'price',
    contract: 'a contract',
    trial: 'a trial',
    integration: 'integration',
    timing: 'timing',
    security: 'security',
    comparison: 'how you compare',
    decision: 'a decision',
  },
  score: (score) => `Score ${score}`,
  grade: (grade) => `fit ${grade}`,
  owner: (owner) => `For ${owner}`,
  isRunning: 'running now',
  said: 'Their own words',
  answered: 'Poll answers',
  answers: (question) => `${question} –`,
  presence: { live: 'live', replay: 'replay', away: 'away' },
  present: (minutes, of) => `${minutes} of ${of} min live`,
  replayed: (minutes) => `${minutes} min of replay`,
  why: 'Newest points',
  explain: ({ params = {}, ...line }) =>
    explain({ ...line, params: Object.fromEntries(Object.entries(params).map(kept)) }),
  rule: (rule) => `Alert rule: ${rule}`,
  open: 'Open',
  take: 'I take it',
  quoted: (text) => `“${text}”`,
  people: (count, alerts) =>
    count === 1 ? `${number.format(alerts)} alerts about one person` : `${number.format(count)} people to look at`,
  more: (left) => `and ${number.format(left)} more`,
  switchedOff: (channel) => `The channel ${channel} was switched off`,
  switchedOffMeans:
    'Ripen could not deliver to it again and again, so it stopped trying. Alerts that were to go there wait on the screen. Correct its address and switch it on again.',
  lastAnswer: (answer) => `Its last answer: ${answer}`,
  channels: 'Open channels',
  test: (workspace) => `This channel works: a test from Ripen (${workspace})`,
  testMeans: 'Alerts will look for you here. You need do nothing.',
  export: (name) => `Your export “${name}” is ready`,
  exported: (people) => (people === 1 ? '1 person' : `${number.format(people)} people`),
  exportMeans: 'The file is made when you download it: whoever is in the list at that moment.',
  until: (moment) => `The link works until ${moment}.`,
  download: 'Download',
}

const KINDS: Readonly<Record<string, string>> = { demo: 'the demo', customer_story: 'the customer story' }

function joined(minute: number | null): string {
  return minute === null ? '' : minute === 0 ? ' – joined from the start' : ` – joined at minute ${minute}`
}

function is({ webinar, isRunning }: TitleParts): string {
  if (!webinar) return 'is active'
  return isRunning ? `is in ${webinar} now` : `came to ${webinar}`
}

function kept([name, value]: [string, string | number]): [string, string | number] {
  return [name, typeof value === 'string' ? apart('ltr', value) : value]
}
