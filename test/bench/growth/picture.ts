import type { Size } from './growth.ts'

/** A line: how fast each size is, as a part of the smallest, and what its first and last figures are in words. */
interface Line {
  name: string
  colour: string
  mark: (x: number, y: number) => string
  parts: number[]
  figures: string
}

const [width, height] = [780, 340]
const plot = { left: 66, right: 546, top: 64, bottom: 290 }
const leastGap = 42
const round = (value: number) => Number(value.toFixed(1))

const style = `
  svg { font: 13px system-ui, sans-serif; --paper: #fbfaf7; --ink: #1d2420; --mute: #5f6862; --line: #e7e5de;
    --accent: #1f6f54; --warm: #b57d0c; --hot: #c8442f }
  @media (prefers-color-scheme: dark) { svg { --paper: #121614; --ink: #e8ece9; --mute: #9aa7a0; --line: #2a322e;
    --accent: #58b893; --warm: #e9b44c; --hot: #f0745c } }
  .paper { fill: var(--paper) } text { fill: var(--ink) } .mute { fill: var(--mute) } .title { font-size: 15px; font-weight: 600 }
  .line { stroke: var(--line) } .accent { --own: var(--accent) } .warm { --own: var(--warm) } .hot { --own: var(--hot) }
  path { fill: none; stroke: var(--own); stroke-width: 2; stroke-linejoin: round } .mark { fill: var(--own); stroke: var(--paper) }
`

/** The sizes as an SVG of its own: three lines over facts, at 100 % what each figure is at the smallest size. */
export function pictureOf(sizes: readonly Size[]): string {
  const lines = linesOf(sizes)
  const top = Math.max(1.2, ...lines.flatMap(({ parts }) => parts)) * 1.02
  const x = (at: number) =>
    round(plot.left + (sizes.length > 1 ? (at * (plot.right - plot.left)) / (sizes.length - 1) : 0))
  const y = (part: number) => round(plot.bottom - (part / top) * (plot.bottom - plot.top))
  const levels = Array.from({ length: Math.floor(top * 2) + 1 }, (_, at) => at / 2)
  const labels = spread(lines.map(({ parts }) => y(parts.at(-1)!)))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${title}</title>`,
    `<desc>${lines.map(({ name, figures }) => `${name}: ${figures}`).join('; ')}</desc>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}" rx="12"/>`,
    `<text class="title" x="20" y="30">${title}</text>`,
    `<text class="mute" x="20" y="49">100 % is the speed with ${inWords(sizes[0]!.facts)} facts</text>`,
    ...levels.map(
      (level) =>
        `<line class="line" x1="${plot.left}" x2="${plot.right}" y1="${y(level)}" y2="${y(level)}"/>` +
        `<text class="mute" x="${plot.left - 8}" y="${y(level) + 4}" text-anchor="end">${level * 100} %</text>`,
    ),
    ...sizes.map(
      ({ facts }, at) =>
        `<text class="mute" x="${x(at)}" y="${plot.bottom + 24}" text-anchor="middle">${inWords(facts)}</text>`,
    ),
    `<text class="mute" x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 43}" text-anchor="middle">facts stored</text>`,
    ...lines.map(({ name, colour, mark, parts, figures }, at) =>
      [
        `<g class="${colour}">`,
        `<path d="M${parts.map((part, at) => `${x(at)} ${y(part)}`).join(' L')}"/>`,
        ...parts.map((part, at) => mark(x(at), y(part))),
        mark(plot.right + 20, labels[at]! - 4),
        `<text x="${plot.right + 32}" y="${labels[at]}">${name}</text>`,
        `<text class="mute" x="${plot.right + 32}" y="${labels[at]! + 17}">${figures}</text>`,
        '</g>',
      ].join(''),
    ),
    '</svg>',
    '',
  ].join('\n')
}

const title = 'How fast it stays'

function linesOf(sizes: readonly Size[]): Line[] {
  const [first, last] = [sizes[0]!, sizes.at(-1)!]
  const figure = (value: number) => value.toLocaleString('en')
  return [
    {
      ...{ name: 'Webhooks stored and scored', colour: 'accent', mark: circle },
      parts: sizes.map(({ ingest }) => ingest.ofSmallest),
      figures: `${figure(Math.round(first.ingest.value))} → ${figure(Math.round(last.ingest.value))} a second`,
    },
    {
      ...{ name: 'First page of a ranking', colour: 'warm', mark: square },
      parts: sizes.map(({ byPoints }) => 1 / byPoints.ofSmallest),
      figures: `${figure(first.byPoints.value)} → ${figure(last.byPoints.value)} ms`,
    },
    {
      ...{ name: 'People scored anew', colour: 'hot', mark: diamond },
      parts: sizes.map(({ rescore }) => rescore.ofSmallest),
      figures: `${figure(Math.round(first.rescore.value))} → ${figure(Math.round(last.rescore.value))} a second`,
    },
  ]
}

/** Where labels stand that would like to be there, from top to bottom, without covering each other. */
function spread(wished: readonly number[]): number[] {
  const order = wished.map((_, at) => at).sort((a, b) => wished[a]! - wished[b]!)
  const placed: number[] = []
  let least = -Infinity
  for (const at of order) {
    placed[at] = Math.max(wished[at]!, least)
    least = placed[at]! + leastGap
  }
  const over = Math.max(0, Math.max(...placed) - (plot.bottom - 17))
  return placed.map((y) => round(y - over))
}

function inWords(facts: number): string {
  return facts < 1_000_000 ? `${facts / 1_000} thousand` : `${facts / 1_000_000} million`
}

function circle(x: number, y: number): string {
  return `<circle class="mark" cx="${x}" cy="${y}" r="4.5"/>`
}

function square(x: number, y: number): string {
  return `<rect class="mark" x="${x - 4}" y="${y - 4}" width="8" height="8"/>`
}

function diamond(x: number, y: number): string {
  return `<polygon class="mark" points="${x},${y - 5.5} ${x + 5.5},${y} ${x},${y + 5.5} ${x - 5.5},${y}"/>`
}
