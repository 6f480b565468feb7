import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anActor, anEdition } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { publish, withdraw } from './commands'

let admin: StaffActor
beforeAll(async () => void (admin = await anActor('admin')))

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000)

type Step = 'now' | 'withdraw' | number

/** Publishes a draft by these steps: now, in so many minutes, or withdrawn. */
async function after(...steps: Step[]) {
  const { editionId, revisionId } = await anEdition({ published: false })
  let at: Date | undefined
  for (const step of steps) {
    at = typeof step === 'number' ? soon(step) : undefined
    const outcome =
      step === 'withdraw'
        ? await withdraw(admin, { editionId })
        : await publish(admin, { editionId, revisionId, at })
    expect(outcome).toMatchObject({ ok: true })
  }
  const kept = await db.publication.findUniqueOrThrow({ where: { editionId } })
  return { kept, at, announced: await announcements(editionId) }
}

const announcements = (editionId: string) => db.$queryRaw<{ at: Date }[]>`
  select start_after as at from pgboss.job
  where name = 'announce-publication' and data->>'editionId' = ${editionId} order by start_after`

test.each<[string, Step[]]>([
  ['published at once', ['now']],
  ['scheduled, and then published at once', [10, 'now']],
  ['called off, and then published at once', [10, 'withdraw', 'now']],
  ['published again after it was withdrawn', ['now', 'withdraw', 'now']],
])('%s: the clock has nothing to tell of it', async (_what, steps) => {
  const { kept } = await after(...steps)
  expect(kept).toMatchObject({ scheduled: false, withdrawnAt: null, byId: admin.id })
  expect(Math.abs(kept.publishAt.getTime() - Date.now())).toBeLessThan(60_000)
})

test.each<[string, Step[]]>([
  ['scheduled', [10]],
  ['scheduled for earlier', [20, 10]],
  ['scheduled for later', [10, 20]],
  ['scheduled after it was withdrawn', ['now', 'withdraw', 10]],
  ['scheduled again after it was called off', [10, 'withdraw', 20]],
])('%s: the clock tells of it, at the time that was said last', async (_what, steps) => {
  const { kept, at, announced } = await after(...steps)
  expect(kept).toMatchObject({ scheduled: true, withdrawnAt: null, publishAt: at })
  expect(announced.map((one) => one.at.getTime())).toContain(at!.getTime())
})
