import { atRule, ofKind, type Smell } from './finding.ts'
import { smell } from './words.ts'

/** Being there live is paid less than the replay, which is not paid beside it. */
export const liveBelowReplay: Smell = {
  name: 'live_below_replay',
  *find(subject) {
    for (const placed of ofKind(subject, 'replayed')) {
      const { id, points, notBeside } = placed.rule
      const live = ofKind(subject, 'attended_live').find(({ rule }) => rule.id === notBeside)
      if (!live || live.rule.points === 0 || live.rule.points >= points) continue
      const other = { other: live.rule.id, otherPoints: live.rule.points }
      yield atRule(placed, 'error', smell('liveBelowReplay', { rule: id, points, ...other }))
    }
  },
}
