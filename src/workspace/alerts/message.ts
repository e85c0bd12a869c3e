import type { AlertMessage } from '../../domain/alert/message.ts'
import { ownerOf } from '../../domain/alert/passes.ts'
import { type AlertRule, AlertRuleSchema } from '../../domain/alert/rule.ts'
import { cut, lengthOf } from '../../domain/interval.ts'
import { maySay } from '../../domain/said.ts'
import { type Scorecard, score } from '../../domain/score.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { stateOf } from '../../domain/webinar-state.ts'
import { alertRuleOfNumber } from '../../store/alert-rules.ts'
import type { AlertRow } from '../../store/alerts.ts'
import { idOfKey, personOfKey } from '../../store/person-keys.ts'
import { nameOf, rankedEmail } from '../card-rows.ts'
import { compiledModel, currentVersion } from '../live-models.ts'
import { type PersonFacts, personFacts } from '../person-facts.ts'
import { personId } from '../person-id.ts'
import { wordsOf } from '../words-said.ts'
import type { Workspace } from '../workspace.ts'
import { linkToAlert, linkToPerson } from './links.ts'
import { routesOf } from './routing.ts'

/** So many of each are evidence; more would be a page. */
const [mostWords, mostAnswers, mostLines] = [5, 5, 3]

/** What is told of an alert: the person as they are now. `ownerEmail`: where the alerts of whoever looks after them go. */
export interface ToldAlert {
  message: AlertMessage
  ownerEmail: string | null
}

export function messageOf(ws: Workspace, alert: AlertRow): ToldAlert {
  const model = compiledModel(ws, currentVersion(ws))
  const now = ws.now()
  const number = personOfKey(ws.db, alert.person)
  const known = personFacts(ws, number)
  const card = score(model, known.facts, known.webinars, now)
  const webinar = known.webinars.get(alert.webinar ?? '') ?? null
  const rule = ruleOf(ws, alert)
  const owner = ownerOf(routesOf(ws), card, model)
  const id = personId(idOfKey(ws.db, number))
  const { company = null, jobTitle = null, phone = null } = card.profile
  return {
    ownerEmail: owner?.email ?? null,
    message: {
      ...{ id: alert.id, kind: rule.on, rule: rule.name, at: alert.at, owner: owner?.owner ?? null },
      person: { id, name: nameOf(card), email: rankedEmail(card) || null, phone, company, jobTitle },
      webinar: webinar && webinarOf(webinar, now),
      ...presenceOf(card, webinar, now),
      said: wordsIn(known, model),
      answers: answersIn(known, alert.webinar),
      ledger: card.ledger
        .filter(({ points }) => points !== 0)
        .toSorted((a, b) => b.at - a.at)
        .slice(0, mostLines),
      ...{ score: card.score, stage: card.stage, grade: card.grade, temperature: card.temperature },
      ...{ link: linkToPerson(ws, id), takeLink: linkToAlert(ws, alert.id) },
    },
  }
}

/** The rule of an alert as it is now, or was when it was deleted. */
export function ruleOf(ws: Workspace, { rule }: Pick<AlertRow, 'rule'>): AlertRule {
  return AlertRuleSchema.parse(JSON.parse(alertRuleOfNumber(ws.db, rule).json))
}

function webinarOf(webinar: Webinar, now: number): AlertMessage['webinar'] {
  const { id, topic, kind } = webinar
  const startsAt = webinar.scheduled?.from ?? webinar.startsAt
  return { id, topic, kind, startsAt, isRunning: stateOf(webinar, now) === 'live' }
}

function presenceOf(card: Scorecard, webinar: Webinar | null, now: number) {
  const standing = webinar && card.standings.find((each) => each.webinar === webinar.id)
  if (!standing) return { presence: null, joinedMinute: null }
  const first = standing.presence.live[0]?.[0]
  return {
    presence: { seconds: lengthOf(cut(webinar.live, now)) / 1000, ...standing.presence },
    joinedMinute: first === undefined ? null : Math.floor(first / 60),
  }
}

function wordsIn({ facts }: PersonFacts, model: Parameters<typeof wordsOf>[1]): AlertMessage['said'] {
  const spoken = facts.filter(maySay).toSorted((a, b) => b.time - a.time)
  return spoken
    .flatMap((fact) =>
      wordsOf(fact, model).map(({ text, buying }) => ({
        ...{ text, at: fact.time, topics: [...new Set(buying.map(({ topic }) => topic))] },
      })),
    )
    .slice(0, mostWords)
}

function answersIn({ facts }: PersonFacts, webinar: string | null): AlertMessage['answers'] {
  return facts
    .filter((fact) => fact.type === 'poll.answered' && (webinar === null || fact.webinar === webinar))
    .toSorted((a, b) => b.time - a.time)
    .flatMap(({ data }) =>
      'poll' in data && data.poll && data.answer ? [{ question: data.poll, answer: data.answer }] : [],
    )
    .slice(0, mostAnswers)
}
