import { readEnv } from '@/lib/kernel/env'
import { prepareDatabase } from './prepare-database'

const database = await prepareDatabase(readEnv())
process.stdout.write('The database is up to date\n')
await database.stop()
