import { PgBoss } from 'pg-boss'
import { dayInSeconds, type JobToken } from './job'

/** Where a job goes that failed every time; nothing takes it from there but a person. */
const deadLetters = 'dead-letters'

/** Makes pg-boss's own schema and a queue for each kind of job, or brings them up to date. Called after the migrations. */
export async function prepareQueues(
  connectionString: string,
  jobs: readonly Omit<JobToken<object>, 'schema'>[],
) {
  const boss = new PgBoss({
    connectionString,
    application_name: 'chapterhouse queues',
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', () => {}) // thrown by the calls below as well
  await boss.start()
  try {
    const existing = new Set((await boss.getQueues()).map(({ name }) => name))
    if (!existing.has(deadLetters))
      await boss.createQueue(deadLetters, { retentionSeconds: 365 * dayInSeconds })
    for (const { name, queue } of jobs) {
      if (!existing.has(name)) await boss.createQueue(name, { ...queue, deadLetter: deadLetters })
      else {
        const { policy: _fixed, ...rest } = queue // pg-boss keeps the policy that a queue was made with
        await boss.updateQueue(name, { ...rest, deadLetter: deadLetters })
      }
    }
    for (const { name, cron } of jobs) if (cron) await boss.schedule(name, cron, {}, { missed: 'once' })
  } finally {
    await boss.stop({ graceful: false })
  }
}
