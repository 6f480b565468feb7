import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { prepareQueues } from '@/lib/jobs/queues'
import { jobs } from '@/lib/work/jobs'

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string
    /** Where each file of tests leaves what it saw of rows. */
    rowsFolder: string
  }
}

/** Starts one Postgres for the run, with a migrated database that every test file clones. */
export default async function setUp(project: TestProject) {
  const { folder, remove } = temporaryFolder('test')
  // Nothing here has to survive a power cut.
  const postgres = await startPostgres(folder, {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  })
  await migrate(postgres.url)
  await prepareQueues(postgres.url, jobs)
  project.provide('templateUrl', postgres.url)
  const rowsFolder = path.join(folder, 'rows')
  mkdirSync(rowsFolder)
  project.provide('rowsFolder', rowsFolder)
  return async () => {
    await postgres.stop()
    // Not at the head: the compiler is loaded once there is something to compare.
    const { checkRowTypes } = await import('./rows/row-types')
    await checkRowTypes(project, rowsFolder).finally(remove)
  }
}
