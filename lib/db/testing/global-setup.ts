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

/** Starts a Postgres with a migrated database. */
export async function startTemplate() {
  const { folder, remove } = temporaryFolder('test')
  // Nothing here has to survive a power cut.
  const postgres = await startPostgres(folder, {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    // Where plans are looked at, tables are cleaned and counted by the test, when it has filled them: a plan made of what
    // a process in the background happened to have seen is another one each time.
    autovacuum: 'off',
  })
  await migrate(postgres.url)
  await prepareQueues(postgres.url, jobs)
  return {
    url: postgres.url,
    folder,
    async stop(before: () => unknown = () => {}) {
      await postgres.stop()
      await Promise.resolve(before()).finally(remove)
    },
  }
}

/** One Postgres for the run, with a database that every test file clones. Who runs tests many times has started one. */
export default async function setUp(project: TestProject) {
  const started = process.env.TEMPLATE_URL
  if (started) return void project.provide('templateUrl', started)
  const template = await startTemplate()
  project.provide('templateUrl', template.url)
  const rowsFolder = path.join(template.folder, 'rows')
  mkdirSync(rowsFolder)
  project.provide('rowsFolder', rowsFolder)
  return () =>
    template.stop(async () => {
      // Not at the head: the compiler is loaded once there is something to compare.
      const { checkRowTypes } = await import('./rows/row-types')
      await checkRowTypes(project, rowsFolder)
    })
}
