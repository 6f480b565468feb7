import { connect, disconnect } from '@/lib/db/client'
import { readEnv, setRuntime } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { keptSecret } from '@/lib/server/secret'
import { startWorker } from '@/lib/work/worker'
import { Parts, Stopped } from './parts'
import { prepareDatabase } from './prepare-database'
import { whatWentWrong } from './what-went-wrong'

// The worker as a process of its own; the servers beside it run with WORKER=apart.
const parts = new Parts()
process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))
const starting = main()
starting.catch(async (error: unknown) => {
  if (error instanceof Stopped) return
  const sentence = whatWentWrong(error)
  if (sentence) process.stderr.write(`${sentence}\n`)
  else log.fatal({ err: error }, 'the worker could not start')
  await stop(1)
})

async function main() {
  const env = readEnv()
  const database = await parts.begun(prepareDatabase(env), ({ stop }) => stop())
  database.keepRunning({ wanted: () => !parts.stopping, gaveUp: () => void stop(1) })
  connect(database.url, { max: 10 })
  parts.add(disconnect)
  setRuntime({
    secret: env.SECRET ?? keptSecret(env.DATA_DIR),
    siteUrl: env.SITE_URL ?? `http://localhost:${env.PORT}`,
  })
  await parts.begun(startWorker({ connectionString: database.url, env }), (worker) => worker.stop())
  process.stdout.write('The worker is running\n')
}

/** Stops everything that runs; asked a second time, ends at once. */
async function stop(code: number) {
  if (parts.stopping) process.exit(1)
  await parts.stop(starting, (error) => log.error({ err: error }, 'something did not stop'))
  process.exit(code)
}
