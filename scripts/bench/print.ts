import type { Load } from './load'

export const printLine = (text: string) => process.stdout.write(`${text}\n`)

export function cell(value: number, width = 7) {
  return (value < 100 && value % 1 ? value.toFixed(1) : Math.round(value).toString()).padStart(width)
}

export const heading = (more: string) =>
  printLine(`${''.padEnd(34)} requests/s   p50 ms   p99 ms   errors   ${more}`)

export function row(name: string, { perSecond, p50, p99, errors }: Load, more: string) {
  printLine(
    `${name.padEnd(34)} ${cell(perSecond, 10)} ${cell(p50, 8)} ${cell(p99, 8)} ${cell(errors, 8)}   ${more}`,
  )
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
