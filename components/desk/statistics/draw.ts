import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js'
import type { Drawing } from './chart'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip)

/** Draws bars in the colours that the desk has now, and again when those change. Answers how it is taken away. */
export function draw(canvas: HTMLCanvasElement, drawing: Drawing): () => void {
  const make = () => new Chart(canvas, configuration(drawing))
  let chart = make()
  const again = () => {
    chart.destroy()
    chart = make()
  }
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', again)
  canvas.dataset.drawn = 'yes'
  return () => {
    dark.removeEventListener('change', again)
    chart.destroy()
  }
}

function configuration({ labels, series, stacked, tag, isRtl }: Drawing): ChartConfiguration<'bar'> {
  const { fontFamily } = getComputedStyle(document.body)
  const style = getComputedStyle(document.documentElement)
  const colour = (token: string) => style.getPropertyValue(`--${token}`).trim()
  const [ink, line] = [colour('soft'), colour('line')]
  const font = { family: fontFamily, size: 12 }
  const ticks = { color: ink, font }
  return {
    type: 'bar',
    data: {
      labels,
      datasets: series.map(({ label, tone, values }) => ({
        label,
        data: values,
        backgroundColor: colour(tone),
        maxBarThickness: 48,
      })),
    },
    options: {
      locale: tag,
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          stacked,
          reverse: isRtl,
          grid: { display: false },
          border: { color: line },
          ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 12 },
        },
        y: {
          stacked,
          beginAtZero: true,
          position: isRtl ? 'right' : 'left',
          grid: { color: line },
          border: { display: false },
          // Things are counted: there is no half of one.
          ticks: { ...ticks, precision: 0, maxTicksLimit: 6 },
        },
      },
      plugins: {
        legend: {
          display: series.length > 1,
          rtl: isRtl,
          textDirection: isRtl ? 'rtl' : 'ltr',
          labels: { color: ink, font, boxWidth: 12, boxHeight: 12 },
        },
        tooltip: {
          rtl: isRtl,
          textDirection: isRtl ? 'rtl' : 'ltr',
          titleFont: font,
          bodyFont: font,
          backgroundColor: colour('ink'),
          titleColor: colour('paper'),
          bodyColor: colour('paper'),
        },
      },
    },
  }
}
