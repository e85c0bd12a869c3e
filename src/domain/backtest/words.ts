import { catalogue } from '../words.ts'

/** What the dry run on the past says. */
export const backtest = catalogue('backtest', {
  tooFew:
    'The past is too small to judge a formula by: {won} won and {lost} lost, {all} in all, of people about whom something was known before. It takes {needWon} won, {needLost} lost and {needAll} in all. Bring in more outcomes, or the registrations and reports of earlier webinars.',
  oneMoment:
    'All outcomes are of one moment, so there is no older part to learn from and no newer one to judge by. Give each outcome its own date.',
  thinPart:
    'The {part} part of the past has {won} won and {lost} lost; to suggest points it takes {need} of each in both parts. Bring in more outcomes.',
  older: 'older',
  newer: 'newer',
  nothing:
    'Nothing found: on the newer part, points fitted on the older part tell winners from losers no better than chance (AUC {auc}, 95 % interval {from} to {to}). Keep your points.',
  notBetter:
    'No gain: on the newer part the suggested points have an AUC of {auc} ({from} to {to}), yours {before}. Keep your points, or look at the single rules.',
  better: 'On the newer part the suggested points have an AUC of {auc} ({from} to {to}), yours {before}.',
  seldom: 'Seen with {people} people of the older part; below {need} nothing can be said, so the points stay.',
  everybody: 'It applied to everybody of the older part alike, so nothing can be said, and the points stay.',
  worthless: 'It is worth 0 points, and stays so.',
  same: 'It applied to {won} of {allWon} winners and {lost} of {allLost} losers (difference {from} to {to} percentage points), which fits its points.',
  more: 'It applied to {won} of {allWon} winners and {lost} of {allLost} losers (difference {from} to {to} percentage points), beside the other rules it speaks more clearly than its points say.',
  less: 'It applied to {won} of {allWon} winners and {lost} of {allLost} losers (difference {from} to {to} percentage points), beside the other rules it speaks less clearly than its points say.',
  opposite:
    'It applied to {won} of {allWon} winners and {lost} of {allLost} losers (difference {from} to {to} percentage points), beside the other rules it speaks against its sign. The sign is yours to change, so it keeps the least that is allowed.',
})
