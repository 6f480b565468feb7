import { db } from '@/lib/db/client'
import { newId } from '@/lib/kernel/ids'
import { startBulk, undoBulk } from '@/lib/moderation/bulk/commands'
import type { StaffActor } from '@/lib/people/permissions'
import { workOnBulkUntilDone } from '@/lib/work/work-on-bulk'

/** A decision about everything of a day, which was sent for this, and how comments are stored meanwhile. */
export async function measureBulk(editor: StaffActor, count: number, say: (text: string) => void) {
  const email = `bulk-${count}@example.org`
  for (let from = 0; from < count; from += 500) await commentsBy(email, Math.min(500, count - from))
  const alone = await storing(3_000)
  const id = await begun(editor, email)
  const [seconds, beside] = await meanwhile(() => done(id))
  const undo = await undoBulk(editor, id)
  if (!undo.ok) throw new Error(undo.refusal)
  const [back] = await meanwhile(() => done(id))
  const row = await db.bulkDecision.findUniqueOrThrow({ where: { id } })
  say(
    `a whole view of ${count}: ${seconds.toFixed(1)} s for ${row.decided}, taken back in ${back.toFixed(1)} s (${row.undone}); ` +
      `a comment is stored in ${alone.toFixed(1)} ms, meanwhile in ${beside.toFixed(1)} ms`,
  )
}

async function begun(editor: StaffActor, email: string): Promise<string> {
  const wish = { status: 'pending', filters: { email }, becomes: 'spam', until: new Date().toISOString() }
  const outcome = await startBulk(editor, wish)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.id
}

async function done(bulkId: string) {
  const isAtWork = async () =>
    ['counting', 'running', 'undoing'].includes(
      (await db.bulkDecision.findUniqueOrThrow({ where: { id: bulkId } })).state,
    )
  while (await isAtWork()) await workOnBulkUntilDone({ id: newId(), data: { bulkId } })
}

/** How long the work takes, in seconds, and the median of what a comment takes beside it. */
async function meanwhile(work: () => Promise<void>): Promise<[number, number]> {
  const began = performance.now()
  let isOver = false
  const stored = storing(Infinity, () => isOver)
  await work()
  const seconds = (performance.now() - began) / 1_000
  isOver = true
  return [seconds, await stored]
}

/** Stores one comment after the other; answers the median of what each took, in milliseconds. */
async function storing(forMs: number, isOver = () => false): Promise<number> {
  const times: number[] = []
  for (const end = performance.now() + forMs; performance.now() < end && !isOver();) {
    const began = performance.now()
    await commentsBy('beside@example.org', 1)
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN
}

const commentsBy = (email: string, count: number) => db.$executeRaw`
  insert into comment (id, chapter_id, edition_id, name, email, text, locale, submission_key)
  select gen_random_uuid(), e.chapter_id, e.id, 'Rea', ${email}, 'A comment of the usual length about the lamp, the stair and the weather.',
    e.locale, gen_random_uuid()
  from (select * from published_edition order by published_at desc, id limit 1) as e, generate_series(1, ${count}::int)`
