import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { useColours } from '../../../parts/colours.ts'
import { LineChart } from '../../../parts/line-chart.tsx'
import { useColumnWords } from './column-words.ts'
import { type Drawn, scoreChart } from './score-chart.ts'
import type { Column } from './score-shape.ts'

/** The scores of everybody under both models as one picture. */
export default function DrawnScores({ columns, lines }: Pick<Drawn, 'columns' | 'lines'>) {
  const { t } = useTranslation('formula')
  const colours = useColours('accent', 'wash', 'ink', 'mute', 'line', 'card', 'warm', 'hot')
  const { number } = useFormat()
  const columnWords = useColumnWords()
  const { label, ...chart } = useMemo(() => {
    const words = {
      number,
      line: (line: 'mql' | 'sql', score: number) => `${line.toUpperCase()} ${number(score)}`,
      column: (column: Column): [string, string] => [
        columnWords(column),
        t('scores.people', { before: number(column.before), after: number(column.after) }),
      ],
    }
    const sum = (side: 'before' | 'after') => columns.reduce((all, column) => all + column[side], 0)
    return {
      ...scoreChart({ columns, lines, colours, words }),
      label: t('scores.summary', { number: number(sum('after')) }),
    }
  }, [columns, lines, colours, number, columnWords, t])
  return <LineChart label={label} {...chart} />
}
