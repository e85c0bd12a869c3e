import type { SignKind } from '../../domain/alert/kind.ts'
import type { AlertMessage } from '../../domain/alert/message.ts'
import type { LedgerLine } from '../../domain/ledger.ts'
import { contactsOf } from './contacts.ts'
import { webAddress } from './href.ts'
import { cut, plain } from './plain.ts'
import { cellsOf, secondsOf } from './presence.ts'
import type { Speech } from './speech.ts'
import type { Link, Part, Quote, Told } from './told.ts'

export const SYMBOLS: Readonly<Record<SignKind, string>> = {
  joins_live: '🔴',
  attended: '✅',
  watches_replay: '▶️',
  raises_hand: '✋',
  crosses_mql: '🔥',
  crosses_sql: '🔥',
  surges: '📈',
  asks_to_buy: '💬',
  target_account: '🎯',
}

/** One alert with all its evidence: first who it is and how to reach them, then what they did. */
export function tellAlert(alert: AlertMessage, speech: Speech): Told {
  const { words } = speech
  const rule = speech.others(alert.rule, 60)
  const parts: (Part | null)[] = [
    { is: 'lines', lines: standingOf(alert, speech) },
    contactsOf(alert.person, speech),
    saidOf(alert, speech),
    answersOf(alert, speech),
    stripOf(alert, speech),
    ledgerOf(alert, speech),
  ]
  return {
    direction: words.direction,
    symbol: SYMBOLS[alert.kind],
    title: titleOf(alert, speech),
    parts: parts.filter((part) => part !== null),
    links: linksOf(alert, speech),
    foot: [webinarOf(alert, speech), rule && words.rule(rule)].filter(Boolean).join(' · ') || null,
  }
}

/** What happened, in one sentence. */
export function titleOf(alert: AlertMessage, speech: Speech): string {
  const { words } = speech
  const { person, webinar, kind } = alert
  return words.title[kind]({
    name: nameOf(alert, speech),
    company: speech.others(person.company, 40),
    webinar: webinar && words.webinar(webinar.kind ?? null, speech.others(webinar.topic, 60)),
    isRunning: webinar?.isRunning ?? false,
    minute: alert.joinedMinute,
    score: speech.number(alert.score),
    topics: speech.topics(alert.said[0]?.topics ?? []),
  })
}

export function nameOf({ person }: AlertMessage, speech: Speech): string {
  return (
    [person.name, person.email, person.phone].reduce<string | null>(
      (found, text) => found ?? speech.others(text, 50),
      null,
    ) ?? speech.words.nobody
  )
}

function standingOf(alert: AlertMessage, speech: Speech): string[] {
  const { words } = speech
  const { person } = alert
  const grade = speech.others(alert.grade, 10)
  const score = words.score(speech.number(alert.score))
  const standing = [score, words.temperature[alert.temperature], words.stage[alert.stage], grade && words.grade(grade)]
  const work = [speech.others(person.jobTitle, 80), speech.others(person.company, 80)]
  const owner = speech.others(alert.owner, 80)
  const lines = [work, standing, [owner && words.owner(owner)]]
  return lines.map((line) => line.filter(Boolean).join(' · ')).filter((line) => line !== '')
}

function saidOf({ said }: AlertMessage, speech: Speech): Part | null {
  const quotes = said.slice(0, 3).flatMap(({ text, at, topics }): Quote[] => {
    const own = speech.others(text, 280)
    const after = [speech.time(at), speech.topics(topics)].filter(Boolean).join(' · ')
    return own ? [{ before: null, text: speech.words.quoted(own), after }] : []
  })
  return quotes.length > 0 ? { is: 'quotes', heading: speech.words.said, quotes } : null
}

function answersOf({ answers }: AlertMessage, speech: Speech): Part | null {
  const { words } = speech
  const quotes = answers.slice(0, 3).flatMap(({ question, answer }): Quote[] => {
    const [asked, own] = [speech.others(question, 140), speech.others(answer, 140)]
    return own ? [{ before: asked && words.answers(asked), text: words.quoted(own), after: null }] : []
  })
  return quotes.length > 0 ? { is: 'quotes', heading: words.answered, quotes } : null
}

function stripOf({ presence }: AlertMessage, speech: Speech): Part | null {
  const cells = presence && cellsOf(presence)
  if (!presence || !cells) return null
  const { words } = speech
  const [live, replay] = [secondsOf(presence.live), secondsOf(presence.replay)]
  const sums = [
    words.present(speech.minutes(live), speech.minutes(presence.seconds)),
    replay > 0 ? words.replayed(speech.minutes(replay)) : null,
  ]
  return { is: 'strip', cells, legend: words.presence, sum: sums.filter(Boolean).join(' · ') }
}

function ledgerOf({ ledger }: AlertMessage, speech: Speech): Part | null {
  const lines = ledger.slice(0, 3).map((line) => ({
    points: speech.points(line.points),
    text: cut(speech.words.explain(cleaned(line)), 240),
  }))
  const shown = lines.filter(({ text }) => text !== '')
  return shown.length > 0 ? { is: 'points', heading: speech.words.why, lines: shown } : null
}

/** Titles and words in it are others' texts. */
function cleaned(line: LedgerLine): LedgerLine {
  const params = Object.entries(line.params ?? {}).map(([name, value]) => {
    return [name, typeof value === 'string' ? plain(value, 100) : value]
  })
  return { ...line, rule: plain(line.rule, 60), reason: plain(line.reason, 60), params: Object.fromEntries(params) }
}

function webinarOf({ webinar }: AlertMessage, speech: Speech): string | null {
  if (!webinar) return null
  const at = webinar.startsAt === null ? null : speech.dayAndTime(webinar.startsAt)
  const words = [speech.others(webinar.topic, 80), at, webinar.isRunning ? speech.words.isRunning : null]
  return words.filter(Boolean).join(' · ') || null
}

function linksOf({ link, takeLink }: AlertMessage, { words }: Speech): Link[] {
  const [open, take] = [webAddress(link), webAddress(takeLink)]
  return [
    ...(take ? [{ label: words.take, url: take, isFirst: true }] : []),
    ...(open ? [{ label: words.open, url: open, isFirst: !take }] : []),
  ]
}
