import { db } from '@/lib/db/client'

/**
 * Can the site serve and write? Writes a row for real (a full disk or a read-only database shows only then),
 * at most once a second however often it is asked.
 */
export class Health {
  private asked = 0
  private answer: Promise<boolean> = Promise.resolve(false)
  stopping = false

  async ok(now = Date.now()): Promise<boolean> {
    if (this.stopping) return false
    if (now - this.asked >= 1_000) {
      this.asked = now
      this.answer = canWrite()
    }
    return this.answer
  }
}

async function canWrite(): Promise<boolean> {
  const deadline = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref())
  const write = db.$executeRaw`
    insert into setting (key, value, updated_at) values ('health', 'true', now())
    on conflict (key) do update set updated_at = now()`.then(
    () => true,
    () => false,
  )
  return Promise.race([write, deadline])
}
