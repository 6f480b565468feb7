import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate } from '../migrate'

/** A folder that holds some of the migrations, so that a database can be brought to an earlier state. */
export function earlierMigrations() {
  const root = mkdtempSync(path.join(tmpdir(), 'before-'))
  mkdirSync(path.join(root, 'prisma'))
  const take = (wanted: (name: string) => boolean) => {
    for (const name of readdirSync('prisma/migrations').filter(
      (name) => wanted(name) || name.endsWith('.toml'),
    ))
      cpSync(path.join('prisma/migrations', name), path.join(root, 'prisma/migrations', name), {
        recursive: true,
      })
  }
  return {
    /** Applies those that are wanted and are not applied yet; answers which. */
    apply: (url: string, wanted: (name: string) => boolean) => {
      take(wanted)
      return migrate(url, root)
    },
    remove: () => rmSync(root, { recursive: true }),
  }
}
