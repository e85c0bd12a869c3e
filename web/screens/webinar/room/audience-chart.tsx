import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { faded, useColours } from '../../../parts/colours.ts'
import { LineChart, type LineConfiguration } from '../../../parts/line-chart.tsx'
import { type Curve, minuteAt } from './curve.ts'

/** The audience as a line with what it covers. */
export default function AudienceChart({ curve, label }: { curve: Curve; label: string }) {
  const { t } = useTranslation('webinar')
  const format = useFormat()
  const colours = useColours('accent', 'here', 'mute', 'line', 'card', 'ink', 'hot', 'warm')

  const data = useMemo<LineConfiguration['data']>(() => {
    const area = { borderColor: colours.accent, backgroundColor: faded(colours.here, 0.35), fill: true }
    return {
      datasets: [
        { ...area, data: curve.points, borderWidth: 2, pointRadius: 0, cubicInterpolationMode: 'monotone' as const },
      ],
    }
  }, [curve.points, colours])

  const options = useMemo<LineConfiguration['options']>(() => {
    const font = { family: 'Rubik Variable, Rubik, system-ui, sans-serif', size: 11 }
    const ticks = { color: colours.mute, font }
    const marks = curve.marks.map(
      (mark) => [mark.kind + mark.x, mark.kind === 'peak' ? pointOf(mark) : lineOf(mark)] as const,
    )
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
          border: { display: false },
          grid: { color: colours.line, drawTicks: false },
          ticks: { ...ticks, padding: 6, maxTicksLimit: 4, precision: 0 },
        },
      },
      plugins: {
        annotation: { clip: false, annotations: Object.fromEntries(marks) },
        tooltip: {
          displayColors: false,
          backgroundColor: colours.ink,
          titleColor: colours.card,
          bodyColor: colours.card,
          titleFont: font,
          bodyFont: font,
          callbacks: {
            title: ([point]) => t('room.minute', { minute: format.count(minuteAt((point?.parsed.x ?? 0) * 60)) }),
            label: ({ parsed }) => t('room.people', { count: parsed.y ?? 0, number: format.count(parsed.y ?? 0) }),
          },
        },
      },
    }

    function pointOf({ x, people }: Curve['marks'][number]) {
      const look = { backgroundColor: colours.warm, borderWidth: 0, radius: 4.5 }
      return { type: 'point' as const, xValue: x, yValue: people ?? 0, ...look }
    }

    function lineOf({ kind, x }: Curve['marks'][number]) {
      const isNow = kind === 'now'
      return {
        type: 'line' as const,
        xMin: x,
        xMax: x,
        borderColor: isNow ? colours.hot : colours.mute,
        borderWidth: isNow ? 2 : 1,
        borderDash: isNow ? [] : [3, 3],
        label: {
          display: !isNow,
          content: t(`room.mark.${kind}`),
          position: 'end' as const,
          backgroundColor: colours.card,
          color: colours.mute,
          font: { ...font, weight: 'normal' as const },
          padding: { x: 4, y: 1 },
        },
      }
    }
  }, [curve.marks, curve.minutes, colours, format, t])

  return <LineChart label={label} data={data} options={options} />
}
