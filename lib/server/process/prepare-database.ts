import { migrate } from '@/lib/db/migrate'
import { startPostgres, type EmbeddedPostgres } from '@/lib/db/postgres/embedded'
import { prepareQueues } from '@/lib/jobs/queues'
import type { Env } from '@/lib/kernel/env'
import { jobs } from '@/lib/work/jobs'

/** The database at DATABASE_URL, or the embedded one in DATA_DIR; migrated, with its queues. */
export async function prepareDatabase(env: Env): Promise<EmbeddedPostgres> {
  const database = env.DATABASE_URL
    ? { url: env.DATABASE_URL, keepRunning() {}, stop: async () => {} }
    : await startPostgres(env.DATA_DIR)
  try {
    await migrate(database.url)
    await prepareQueues(database.url, jobs)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** How it is stopped (for `Parts.begun`): also in a hurry to its end, so that nothing of the site goes on running. */
export const stopDatabase = [
  ({ stop }: EmbeddedPostgres, hurry: AbortSignal) => stop(hurry),
  { hurried: 45_000 },
] as const
