import { connect, disconnect } from '@/lib/db/client'
import { readEnv } from '@/lib/kernel/env'
import { configureRuntime } from './configure-runtime'
import { startWorker } from '@/lib/work/worker'
import { Parts } from './parts'
import { prepareDatabase, stopDatabase } from './prepare-database'

// The worker as a process of its own; the servers beside it run with WORKER=apart.
const parts = new Parts()
parts.run(main, 'the worker')

async function main() {
  const env = readEnv()
  const database = await parts.begun(prepareDatabase(env), ...stopDatabase)
  database.keepRunning({ wanted: () => !parts.stopping, gaveUp: () => void parts.stop(1) })
  connect(database.url, { max: 10 })
  parts.add(disconnect)
  configureRuntime(env)
  await parts.begun(startWorker({ connectionString: database.url, env }), (worker) => worker.stop())
  process.stdout.write('The worker is running\n')
}
