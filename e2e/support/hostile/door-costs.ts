import { setTimeout as pause } from 'node:timers/promises'
import { processorMs } from '@/e2e/rig/process-figures'
import { figuresOf, startReading, type Reading, type ReadingFigures } from '@/e2e/rig/steady-reading'
import type { ServerProcess } from '@/e2e/rig/server-process'
import type { Call, Door } from './door'
import { headersOf } from './every-door'
import { fillings } from './fillings'

interface Cost {
  door: string
  field: string
  filling: string
  /** Processor time of the server's process. */
  ms: number
  /** 0: none within the patience, and the server had to be started again. */
  status: number
}

export interface DoorCosts {
  costs: Cost[]
  /** Another reader's, while each door was tried. */
  reading: Record<string, ReadingFigures>
  readings: Reading[]
}

export interface Trial {
  doors: Door[]
  server: ServerProcess
  /** What another reader reads meanwhile. */
  page: string
  /** Milliseconds for requests of a door's own; a quarter of it for the others. */
  patience: number
  /**
   * Above this a request is sent up to eight times more, a while apart, and the smallest time counts: other work may have
   * fallen into it.
   */
  most: number
  /** Another server in the place of one that no longer answers; nothing is tried after `false`. */
  again(): Promise<ServerProcess | false>
  /** Of each door these fields only, where not all are tried. */
  fieldsOf?(door: Door): string[]
}

/** Sends everything to every door, one after the other, and measures what it costs. */
export async function measureDoors(trial: Trial): Promise<DoorCosts> {
  const { doors, most, fieldsOf = ({ fields }) => Object.keys(fields) } = trial
  let server: ServerProcess | false = trial.server
  let reader = startReader(server, trial.page)
  const costs: Cost[] = []
  const readings: Reading[] = []
  let hung: Door | undefined
  const begun: { door: string; from: number; to: number }[] = []

  for (const door of doors) {
    const from = Date.now()
    for (const [filling, unit] of door.own ? [['own', 'a']] : Object.entries(fillings)) {
      for (const field of fieldsOf(door)) {
        if (!server || hung === door) break
        const call = door.fields[field]!
        const patience = door.own ? trial.patience : trial.patience / 4
        let cost = await costOf(server, call, unit!, patience)
        for (let more = 0; more < 8 && cost.ms > most && cost.status > 0; more++) {
          await pause(250)
          const other = await costOf(server, call, unit!, patience)
          if (other.ms < cost.ms || other.status === 0) cost = other
        }
        costs.push({ door: door.name, field, filling: filling!, ...cost })
        if (cost.status > 0) continue
        // What its other fields and fillings would do is known well enough.
        hung = door
        await server.stop('SIGKILL')
        readings.push(...(await reader.stop()))
        server = await trial.again()
        if (server) reader = startReader(server, trial.page)
      }
    }
    begun.push({ door: door.name, from, to: Date.now() })
  }
  if (server) readings.push(...(await reader.stop()))
  const during = begun.map(({ door, from, to }) => {
    const meanwhile = readings.filter(({ due }) => due >= from && due < to)
    return [door, figuresOf(meanwhile)] as const
  })
  return { costs, readings, reading: Object.fromEntries(during) }
}

const startReader = ({ url }: ServerProcess, page: string) =>
  startReading([[new URL(new URL(page).pathname, url).href, 1]], { rate: 20, connections: 4 })

async function costOf(server: ServerProcess, call: Door['fields'][string], unit: string, patience: number) {
  const { path, method = 'GET', body, headers = {} }: Call = await call(unit)
  const own = new URL(server.url).origin
  const given = Object.entries({ ...headersOf(own), ...headers }).filter(([, value]) => value !== '')
  const before = processorMs(server.pid)
  const status = await fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers: given as [string, string][],
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.timeout(patience),
  })
    .then(async (answer) => {
      await answer.arrayBuffer()
      return answer.status
    })
    .catch(() => 0)
  return { ms: processorMs(server.pid) - before, status }
}

/** One line for each door: the dearest of its fields for each filling, in milliseconds, and another reader meanwhile. */
export function tableOf({ costs, reading }: DoorCosts): string {
  const columns = [...Object.keys(fillings), 'own']
  const doors = [...new Set(costs.map(({ door }) => door))]
  const rows = doors.map((door) => {
    const cells = columns.map((column) =>
      cellOf(costs.filter((one) => one.door === door && one.filling === column)),
    )
    const { p50 = 0, p99 = 0 } = reading[door] ?? {}
    return [door, ...cells, p50.toFixed(0), p99.toFixed(0)]
  })
  const all = [['door (processor time, ms)', ...columns, 'reader p50', 'p99'], ...rows]
  const widths = all[0]!.map((_cell, place) => Math.max(...all.map((row) => row[place]!.length)))
  return all
    .map((row) =>
      row
        .map((cell, place) => (place ? cell.padStart(widths[place]!) : cell.padEnd(widths[place]!)))
        .join('  '),
    )
    .join('\n')
}

function cellOf(costs: Cost[]) {
  if (costs.length === 0) return '–'
  const most = Math.max(...costs.map(({ ms }) => ms))
  return costs.some(({ status }) => status === 0) ? `>${most}` : String(most)
}
