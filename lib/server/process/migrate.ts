import { readEnv } from '@/lib/kernel/env'
import { Parts } from './parts'
import { prepareDatabase, stopDatabase } from './prepare-database'

// Migrates and ends; told to end before, it first finishes the migration that is under way.
const parts = new Parts()
parts.run(async () => {
  await parts.begun(prepareDatabase(readEnv()), ...stopDatabase)
  process.stdout.write('The database is up to date\n')
  void parts.stop(0)
}, 'the migration')
