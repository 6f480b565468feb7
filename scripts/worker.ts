import { connect, disconnect } from '@/lib/db/client'
import { readEnv, setRuntime } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { keptSecret } from '@/lib/server/secret'
import { startWorker } from '@/lib/work/worker'
import { prepareDatabase } from './prepare-database'
import { whatWentWrong } from './what-went-wrong'

// The worker as a process of its own; the servers beside it run with WORKER=apart.
main().catch((error: unknown) => {
  const sentence = whatWentWrong(error)
  if (sentence) process.stderr.write(`${sentence}\n`)
  else log.fatal({ err: error }, 'the worker could not start')
  process.exit(1)
})

async function main() {
  const env = readEnv()
  const database = await prepareDatabase(env)
  connect(database.url, { max: 10 })
  setRuntime({
    secret: env.SECRET ?? keptSecret(env.DATA_DIR),
    siteUrl: env.SITE_URL ?? `http://localhost:${env.PORT}`,
  })
  const worker = await startWorker({ connectionString: database.url, env })
  process.stdout.write('The worker is running\n')

  let stopping = false
  const stop = async (code: number) => {
    if (stopping) process.exit(1)
    stopping = true
    await worker.stop()
    await disconnect()
    await database.stop()
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
  database.keepRunning({ wanted: () => !stopping, gaveUp: () => void stop(1) })
}
