import { expect, test } from 'vitest'
import type { Model } from '../../src/domain/model.ts'
import { type ShownBacktest, startBacktest } from '../../src/workspace/backtest.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { type ShownSuggestion, startSuggest } from '../../src/workspace/suggest.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { type Act, acts, allActs, begin, makePast, statementsOf, tell, told } from './past.ts'

async function backtested(ws: Workspace, model?: unknown): Promise<ShownBacktest> {
  const job = startBacktest(ws, model)
  await job.ended
  if (job.error) throw job.error
  return job.result!
}

async function suggested(ws: Workspace, model?: unknown): Promise<ShownSuggestion> {
  const job = startSuggest(ws, model)
  await job.ended
  if (job.error) throw job.error
  return job.result!
}

const sigmoid = (odds: number) => 1 / (1 + Math.exp(-odds))

/** Only the video matters: of those who saw it 73 % are won, of the others 12 %. */
const videoMatters = (did: ReadonlySet<Act>) => (did.has('video') ? sigmoid(1) : sigmoid(-2))

/** The true area of the template's score: over all combinations of the acts, each as likely as another. */
function trueArea(chanceOf: (did: ReadonlySet<Act>) => number): number {
  const kinds = Array.from({ length: 2 ** allActs.length }, (_, bits) => {
    const did = allActs.filter((_, at) => bits & (1 << at))
    return { won: chanceOf(new Set(did)), score: did.reduce((sum, act) => sum + acts[act].points, 0) }
  })
  let [ordered, all] = [0, 0]
  for (const a of kinds)
    for (const b of kinds) {
      all += a.won * (1 - b.won)
      ordered += a.won * (1 - b.won) * ((Math.sign(a.score - b.score) + 1) / 2)
    }
  return ordered / all
}

test('planted effects are found: the rule that matters, the true area, and points that do better on the newer part', async () => {
  const ws = makePast(statementsOf({ people: 800, chanceOf: videoMatters }))
  const { all, rules, newer } = await backtested(ws)
  const truth = trueArea(videoMatters)
  expect(all.people).toBe(800)
  expect(all.auc!.from).toBeLessThan(truth)
  expect(all.auc!.to).toBeGreaterThan(truth)
  const differences = new Map(rules.map(({ rule, difference }) => [rule, difference!]))
  expect(differences.get('product_video')!.from).toBeGreaterThan(0.4)
  for (const act of ['report', 'catalogue', 'form'] as const) {
    const { from, to } = differences.get(acts[act].rule)!
    expect([act, from < 0, to > 0]).toEqual([act, true, true])
  }
  const suggestion = await suggested(ws)
  expect([suggestion.verdict, suggestion.fittedOn, suggestion.judgedOn]).toEqual(['better', 560, 240])
  expect(suggestion.before.auc).toEqual(newer.auc)
  expect(suggestion.after.auc!.value).toBeGreaterThan(newer.auc!.value)
  const points = new Map(suggestion.changes.map((change) => [change.rule, change.suggested]))
  expect(points.get('product_video')).toBeGreaterThan(30)
  for (const act of ['report', 'catalogue'] as const) expect(points.get(acts[act].rule)).toBeLessThan(acts[act].points)
})

test('of 20 pasts whose outcomes were drawn by lot at least 18 show nothing, and there the suggestion says so', async () => {
  let [nothing, chance] = [0, 0]
  for (let seed = 1; seed <= 20; seed++) {
    const ws = makePast(statementsOf({ people: 150, chanceOf: () => 0.35, seed }))
    const { auc } = (await backtested(ws)).all
    if (auc!.from < 0.5 && 0.5 < auc!.to) chance++
    const { verdict, draft, text } = await suggested(ws)
    if (verdict !== 'nothing') continue
    nothing++
    expect(draft).toBe(null)
    expect(text).toMatch(/^Nothing found: .* Keep your points\.$/)
  }
  expect(chance).toBeGreaterThanOrEqual(18)
  expect(nothing).toBeGreaterThanOrEqual(18)
})

test('what came after the outcome, and what sales wrote at any time, changes nothing of the answer', async () => {
  const statements = statementsOf({ people: 150, chanceOf: videoMatters })
  const [before, later] = [makePast(statements), makePast(statements)]
  const deals = statements.filter(({ type }) => type.startsWith('deal.'))
  for (const [index, deal] of deals.entries()) {
    const day = (deal.time - begin) / 86_400_000
    tell(
      later,
      told(index, 'video.watched', day, acts.video.data),
      told(index, 'content.downloaded', day + 1, acts.report.data),
      told(index, 'form.submitted', day + 2, { form: { id: 'q', kind: 'quote' } }),
      { ...told(index, 'profile.updated', day + 2), profile: { jobTitle: 'CEO', email: 'x@gmail.com' } },
      told(index, 'lead.accepted', day - 1, { feedback: 'hot' }),
      told(index, 'lead.returned', day - 0.5, {}),
      told(index, 'deal.lost', day + 30, {}),
      told(index, 'deal.won', day + 60, { amount: 99, currency: 'EUR' }),
    )
  }
  expect(await backtested(later)).toEqual(await backtested(before))
  expect(await suggested(later)).toEqual(await suggested(before))
})

test('who was won twice counts once, by the first deal and its amount', async () => {
  const statements = statementsOf({ people: 120, chanceOf: videoMatters })
  const ws = makePast(statements)
  const { all, revenue } = await backtested(ws)
  const winners = statements.filter(({ type }) => type === 'deal.won')
  for (const { person, time } of winners)
    tell(ws, {
      ...told(0, 'deal.won', (time - begin) / 86_400_000 + 5, { amount: 7, currency: 'ILS' }),
      id: `again/${person!.email}`,
      person: person!,
    })
  const again = await backtested(ws)
  expect([again.all, again.revenue]).toEqual([all, revenue])
})

test('of whom nothing was known before the outcome is not judged, and is counted', async () => {
  const ws = makePast(statementsOf({ people: 120, chanceOf: videoMatters }))
  const before = await backtested(ws)
  tell(ws, told(900, 'deal.won', 1, {}), told(900, 'page.viewed', 2, { url: 'https://kiwi.example/', seconds: 50 }))
  expect(await backtested(ws)).toEqual({ ...before, leftOut: { unknown: 1, staff: 0, unreadable: 0 } })
})

test('a past that is too small is refused in words, for a suggestion too', async () => {
  const ws = makePast(statementsOf({ people: 60, chanceOf: videoMatters }))
  await expect(backtested(ws)).rejects.toThrow(/60 in all.*It takes 20 won, 20 lost and 100 in all/)
  await expect(suggested(ws)).rejects.toThrow(/too small/)
})

test('open leads are reckoned with the bands of the past; nothing that was decided is open', async () => {
  const ws = makePast(statementsOf({ people: 200, chanceOf: videoMatters }))
  expect((await backtested(ws)).revenue).toMatchObject({ openLeads: 0, totals: [{ currency: 'EUR', value: 0 }] })
  for (const index of [1000, 1001, 1002]) tell(ws, told(index, 'video.watched', 395, acts.video.data))
  const { all, revenue } = await backtested(ws)
  const at = all.bands.findIndex(({ from, to }) => (from ?? -Infinity) <= 20 && 20 < (to ?? Infinity))
  expect([revenue.openLeads, revenue.bands[at]!.open]).toEqual([3, 3])
  expect(revenue.totals[0]!.value).toBeCloseTo(all.bands[at]!.conversion!.value * 1000 * 3, 6)
})

test('another model is judged by its own points, and a suggestion changes nothing in the workspace', async () => {
  const ws = makePast(statementsOf({ people: 300, chanceOf: videoMatters }))
  const { model } = currentModel(ws)
  const without = { ...model, rules: (model as Model).rules.filter(({ id }) => id !== 'product_video') }
  const [own, other] = [await backtested(ws), await backtested(ws, without)]
  expect(own.all.auc!.value).toBeGreaterThan(0.65)
  expect(other.all.auc!.from).toBeLessThan(0.5)
  expect(other.rules.map(({ rule }) => rule)).not.toContain('product_video')
  await suggested(ws)
  expect(currentModel(ws).model).toEqual(model)
  expect(() => startBacktest(ws, { ...model, rules: 7 })).toThrow(/rules/)
})
