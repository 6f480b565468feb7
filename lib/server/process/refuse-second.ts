import { readEnv } from '@/lib/kernel/env'
import { holdData, InUse } from './data-lock'
import { checkPort } from '../http/listen'
import { whatWentWrong } from './what-went-wrong'

// Ends with code 3 and a sentence when a server that runs has the data or the port that one started now would need. What
// else may be wrong is for the server itself to say.
try {
  const env = readEnv()
  if (!env.DATABASE_URL) holdData(env)
  await checkPort(env)
} catch (error) {
  if (error instanceof InUse || (error as { code?: string }).code === 'EADDRINUSE') {
    process.stderr.write(`${whatWentWrong(error)}\n`)
    process.exit(3)
  }
}
process.exit(0)
