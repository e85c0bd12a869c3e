import {
  Chart,
  type ChartConfiguration,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import annotation from 'chartjs-plugin-annotation'
import { useEffect, useRef } from 'react'
import style from './line-chart.module.css'

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Tooltip, annotation)

export type LineConfiguration = ChartConfiguration<'line', { x: number; y: number }[]>

/**
 * A line over time, drawn left to right in every language and updated in place. Import a file with it lazily: chart.js
 * is most of the weight of a screen.
 */
export function LineChart({ label, data, options }: Pick<LineConfiguration, 'data' | 'options'> & { label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<Chart<'line', { x: number; y: number }[]> | null>(null)
  useEffect(() => {
    const drawn = new Chart(canvas.current!, { type: 'line', data: { datasets: [] } })
    chart.current = drawn as typeof chart.current
    return () => drawn.destroy()
  }, [])
  useEffect(() => {
    const { current } = chart
    if (!current) return
    current.data = data
    current.options = { animation: false, maintainAspectRatio: false, ...options }
    current.update('none')
  }, [data, options])
  return (
    <div className={style.chart} dir="ltr">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
