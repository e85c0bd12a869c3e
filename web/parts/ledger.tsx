import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import style from './ledger.module.css'
import { type LedgerLine, useLedgerSentence } from './ledger-sentence.ts'
import { Amount } from './ripeness.tsx'

export type { LedgerLine } from './ledger-sentence.ts'

export interface LedgerProps {
  lines: readonly LedgerLine[]
  /** What the lines add up to, with those of the ledger that are not shown. */
  sum: number
  /** What it is where the lines are a part of the ledger. */
  sumName?: string | undefined
  /** The sum after each line, as one more column. */
  running?: ReadonlyMap<LedgerLine, number>
  /** What that column is called then. */
  runningName?: string | undefined
  /** Below a sentence: when, and where. */
  note?: (line: LedgerLine) => ReactNode
  /** What a line opens to. */
  facts: (line: LedgerLine) => ReactNode
}

/** Amount by amount with its reason, and what they add up to. A line that pays nothing says why. */
export function Ledger({ lines, sum, ...shown }: LedgerProps) {
  const { t } = useTranslation('ledger')
  return (
    <div className={shown.running ? `${style.ledger} ${style.runs}` : style.ledger}>
      {shown.running && (
        <p className={`${style.row} ${style.head}`} aria-hidden="true">
          <span />
          <span>{t('points')}</span>
          <span>{shown.runningName ?? t('after')}</span>
        </p>
      )}
      <LedgerLines lines={lines} {...shown} />
      <LedgerSum sum={sum} sumName={shown.sumName} />
    </div>
  )
}

export function LedgerLines({ lines, ...shown }: Omit<LedgerProps, 'sum'>) {
  const keys = keysOf(lines)
  return (
    <ol>
      {lines.map((line, index) => (
        <li key={keys[index]} className={line.points === 0 ? `${style.line} ${style.nothing}` : style.line}>
          <Opening line={line} {...shown} />
        </li>
      ))}
    </ol>
  )
}

/** What stays the same when others come before it: an opened line stays the one that is open. */
function keysOf(lines: readonly LedgerLine[]): string[] {
  const seen = new Map<string, number>()
  return lines.map(({ rule, at, facts }) => {
    const key = `${rule} ${at} ${facts[0] ?? ''}`
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return `${key} ${before}`
  })
}

export function LedgerSum({ sum, sumName }: Pick<LedgerProps, 'sum' | 'sumName'>) {
  const { t } = useTranslation('ledger')
  return (
    <p className={style.sum}>
      <span>
        <span aria-hidden="true">=</span>
        <span className="unseen">{t('sum')}</span>
        {sumName && <small> {sumName}</small>}
      </span>
      <Amount value={sum} />
    </p>
  )
}

type Shown = Omit<LedgerProps, 'lines' | 'sum'> & { line: LedgerLine }

function Line({ line, running, runningName, note }: Omit<Shown, 'facts'>) {
  const { t } = useTranslation('ledger')
  const sentence = useLedgerSentence()
  const after = running?.get(line)
  return (
    <span className={style.row}>
      <span className={style.words}>
        {sentence(line)}
        {note && <small>{note(line)}</small>}
      </span>
      <Amount value={line.points} signed />
      {after !== undefined && (
        <span className={style.after}>
          <span className="unseen">{runningName ? `${runningName}: ${after}` : t('runningSum', { sum: after })}</span>
          <span aria-hidden="true">
            <Amount value={after} />
          </span>
        </span>
      )}
    </span>
  )
}

function Opening({ facts, ...shown }: Shown) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Line {...shown} />
      </summary>
      {isOpen && <div className={style.facts}>{facts(shown.line)}</div>}
    </details>
  )
}
