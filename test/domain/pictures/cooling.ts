import type { CompiledModel } from '../../../src/domain/compile.ts'
import { scoreHistory } from '../../../src/domain/score-history.ts'
import { at, DAY, modelOf, submitted } from '../../make.ts'

const [width, height] = [780, 330]
const plot = { left: 50, right: 560, top: 70, bottom: 276 }
const [from, to] = [at('2026-03-01'), at('2026-04-19')]

const style = `
  svg { font: 13px system-ui, sans-serif; --paper: #fbfaf7; --ink: #1d2420; --mute: #5f6862; --line: #e7e5de;
    --accent: #1f6f54; --warm: #b57d0c; --hot: #c8442f }
  @media (prefers-color-scheme: dark) { svg { --paper: #121614; --ink: #e8ece9; --mute: #9aa7a0; --line: #2a322e;
    --accent: #58b893; --warm: #e9b44c; --hot: #f0745c } }
  .paper { fill: var(--paper) } text { fill: var(--ink) } .mute { fill: var(--mute) } .title { font-size: 15px; font-weight: 600 }
  .line { stroke: var(--line) } .accent { --own: var(--accent) } .warm { --own: var(--warm) } .hot { --own: var(--hot) }
  path { fill: none; stroke: var(--own); stroke-width: 2; stroke-linejoin: round } rect.quiet { fill: var(--line); opacity: 0.5 }
`

const ways = [
  { cooling: 'mirror', colour: 'hot', dash: '', name: 'mirror', words: 'the surge goes as it came' },
  {
    cooling: 'half_life',
    halfLifeDays: 10,
    colour: 'warm',
    dash: '7 4',
    name: 'half-life',
    words: 'half every 10 days',
  },
  { cooling: 'fixed', colour: 'accent', dash: '2 4', name: 'fixed', words: '50 points at once' },
]

/** Somebody gains 60 points in 2 days, goes quiet, and cools in each of the three ways: drawn from real scores. */
export function coolingPicture(): string {
  const lines = ways.map((way) => ({ ...way, steps: stepsUnder(modelCooling(way)) }))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    '<title>60 points in 2 days, then silence: three ways to cool</title>',
    `<desc>${lines.map(({ name, steps }) => `${name}: ${steps.map(([time, score]) => `${day(time)} ${score}`).join(', ')}`).join('; ')}</desc>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}" rx="12"/>`,
    '<text class="title" x="20" y="30">60 points in 2 days, then silence</text>',
    '<text class="mute" x="20" y="49">score by day; grey: the 14 business days (Monday to Friday)</text>',
    `<rect class="quiet" x="${x(at('2026-03-05'))}" y="${plot.top}" width="${x(at('2026-03-25')) - x(at('2026-03-05'))}" height="${plot.bottom - plot.top}"/>`,
    ...[0, 20, 40, 60].map(
      (score) =>
        `<line class="line" x1="${plot.left}" x2="${plot.right}" y1="${y(score)}" y2="${y(score)}"/>` +
        `<text class="mute" x="${plot.left - 8}" y="${y(score) + 4}" text-anchor="end">${score}</text>`,
    ),
    ...['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06', '2026-04-13'].map(
      (date) =>
        `<text class="mute" x="${x(at(date))}" y="${plot.bottom + 24}" text-anchor="middle">${day(at(date))}</text>`,
    ),
    ...lines.map(({ colour, dash, name, words, steps }, index) => {
      const label = plot.top + 16 + index * 44
      return [
        `<g class="${colour}">`,
        `<path d="${pathOf(steps)}"${dash && ` stroke-dasharray="${dash}"`}/>`,
        `<path d="M${plot.right + 14} ${label - 4} h24"${dash && ` stroke-dasharray="${dash}"`}/>`,
        `<text x="${plot.right + 46}" y="${label}">${name}</text>`,
        `<text class="mute" x="${plot.right + 46}" y="${label + 17}">${words}</text>`,
        '</g>',
      ].join('')
    }),
    '</svg>',
    '',
  ].join('\n')
}

function modelCooling({ cooling, halfLifeDays }: { cooling: string; halfLifeDays?: number }): CompiledModel {
  const inactive = {
    id: 'quiet',
    kind: 'inactive',
    points: -50,
    businessDays: 14,
    cooling,
    ...(halfLifeDays && { halfLifeDays }),
  }
  return modelOf([{ id: 'form', kind: 'form_submitted', points: 20, forms: ['other'] }, inactive], {
    observes: { mail: 'ever' },
  })
}

/** Moments and the score from each of them on. */
function stepsUnder(model: CompiledModel): [time: number, score: number][] {
  const facts = ['02', '03', '04'].map((day) => submitted(`2026-03-${day} 12:00`, 'other', day))
  const all = [...scoreHistory(model, facts, new Map(), to)].at(-1)!
  return all.steps.map((step) => [step.at, step.score])
}

function pathOf(steps: readonly [time: number, score: number][]): string {
  const parts = [`M${x(from)} ${y(0)}`]
  for (const [time, score] of steps) parts.push(`H${x(time)}`, `V${y(score)}`)
  return `${parts.join(' ')} H${plot.right}`
}

function x(time: number): number {
  return round(plot.left + ((time - from) / (to - from)) * (plot.right - plot.left))
}

function y(score: number): number {
  return round(plot.bottom - (score / 65) * (plot.bottom - plot.top))
}

function day(time: number): string {
  return new Date(Math.floor(time / DAY) * DAY).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
}

function round(value: number): number {
  return Number(value.toFixed(1))
}
