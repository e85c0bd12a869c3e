import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { faded, useColours } from '../../../parts/colours.ts'
import { LineChart, type LineConfiguration } from '../../../parts/line-chart.tsx'
import type { Curve } from './curve.ts'

/** The audience as a line with what it covers. */
export default function AudienceChart({ curve, label }: { curve: Curve; label: string }) {
  const { t } = useTranslation('webinar')
  const format = useFormat()
  const colours = useColours('accent', 'here', 'mute', 'line', 'card', 'ink', 'hot', 'warm')

  const data = useMemo<LineConfiguration['data']>(() => {
    const area = { borderColor: colours.accent, backgroundColor: faded(colours.here, 0.35), fill: true }
    return { datasets: [{ ...area, data: curve.points, borderWidth: 2, pointRadius: 0, tension: 0.25 }] }
  }, [curve.points, colours])

  const options = useMemo<LineConfiguration['options']>(() => {
    const font = { family: 'Rubik Variable, Rubik, system-ui, sans-serif', size: 11 }
    const ticks = { color: colours.mute, font }
    const lines = curve.marks.map((mark) => [mark.kind + mark.x, lineOf(mark)] as const)
    return {
      layout: { padding: { top: 4 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: curve.minutes,
          border: { color: colours.line },
          grid: { display: false },
          ticks: { ...ticks, maxTicksLimit: 5, maxRotation: 0, callback: (minute) => format.count(Number(minute)) },
        },
        y: {
          min: 0,
          suggestedMax: 4,
          grace: '12%',
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: { ...ticks, padding: 6, maxTicksLimit: 4, precision: 0 },
        },
      },
      plugins: {
        annotation: { annotations: Object.fromEntries(lines) },
        tooltip: {
          displayColors: false,
          backgroundColor: colours.ink,
          titleColor: colours.card,
          bodyColor: colours.card,
          titleFont: font,
          bodyFont: font,
          callbacks: {
            title: ([point]) => t('room.minute', { minute: format.count(Math.floor(point?.parsed.x ?? 0)) }),
            label: ({ parsed }) => t('room.people', { count: parsed.y ?? 0, number: format.count(parsed.y ?? 0) }),
          },
        },
      },
    }

    function lineOf({ kind, x, people }: Curve['marks'][number]) {
      const isNow = kind === 'now'
      const words = people === null ? t(`room.mark.${kind}`) : t('room.peakOf', { people: format.count(people) })
      const isLate = x > curve.minutes * 0.7
      return {
        type: 'line' as const,
        xMin: x,
        xMax: x,
        borderColor: isNow ? colours.hot : colours.warm,
        borderWidth: isNow ? 2 : 1.5,
        borderDash: isNow ? [] : [3, 3],
        label: {
          display: !isNow,
          content: words,
          position: 'end' as const,
          xAdjust: isLate ? -4 : 4,
          textAlign: 'start' as const,
          backgroundColor: colours.card,
          color: colours.mute,
          font: { ...font, weight: 'normal' as const },
          padding: { x: 4, y: 1 },
          borderRadius: 3,
        },
      }
    }
  }, [curve.marks, curve.minutes, colours, format, t])

  return <LineChart label={label} data={data} options={options} />
}
