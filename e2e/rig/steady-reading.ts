import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { inRoot } from './server-process'

export interface Reading {
  /** Milliseconds since the epoch. */
  due: number
  /** How long after that its last byte had come: milliseconds. */
  took: number
  /** 0: no answer. */
  status: number
  url: string
}

export interface ReadingFigures {
  count: number
  p50: number
  p99: number
  most: number
}

/** Reads pages at a steady rate, whatever the server does, from a process of its own; `stop` tells of all readings. */
export function startReading(
  pages: readonly (readonly [url: string, share: number])[],
  { rate, connections }: { rate: number; connections: number },
) {
  const reader = spawn(
    process.execPath,
    [inRoot('e2e', 'rig', 'steady-reader.mjs'), String(rate), String(connections)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const told = text(reader.stdout)
  reader.stdin.write(`${JSON.stringify(pages)}\n`)
  return {
    async stop(): Promise<Reading[]> {
      reader.stdin.end()
      const readings = JSON.parse(await told) as [number, number, number, number][]
      return readings.map(([due, took, status, page]) => ({ due, took, status, url: pages[page]![0] }))
    },
  }
}

export function figuresOf(readings: readonly { took: number }[]): ReadingFigures {
  const sorted = readings.map(({ took }) => took).sort((a, b) => a - b)
  return { count: sorted.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99), most: sorted.at(-1) ?? 0 }
}

/** The value below which this share of them lies. */
export const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export const ms = (time: number) => `${time.toFixed(1)} ms`
