import type { ConstructorOptions, StopOptions } from 'pg-boss'
import { expect, test, vi } from 'vitest'
import { startWorker } from './worker'

const given = vi.hoisted(() => ({ start: [] as unknown[], stop: [] as unknown[] }))
vi.mock('pg-boss', async (original) => {
  const real = await original<typeof import('pg-boss')>()
  class Watched extends real.PgBoss {
    constructor(options: ConstructorOptions) {
      super(options)
      given.start.push(options)
    }
    override stop(options?: StopOptions) {
      given.stop.push(options)
      return super.stop(options)
    }
  }
  return { ...real, PgBoss: Watched }
})

// What it does by them takes longer than a test: kill-nine and the journeys of operating wait for it.
test('the worker looks every 15 seconds for what a dead one left, and what it does has 15 seconds to end', async () => {
  const worker = await startWorker({ connectionString: process.env.DATABASE_URL!, env: {} as never })
  await worker.stop()
  expect(given.start).toEqual([
    {
      connectionString: process.env.DATABASE_URL,
      application_name: 'chapterhouse worker',
      max: 4,
      migrate: false,
      superviseIntervalSeconds: 15,
      monitorIntervalSeconds: 15,
    },
  ])
  expect(given.stop).toEqual([{ graceful: true, timeout: 15_000 }])
})
