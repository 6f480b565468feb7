import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes the folder DATA_DIR, and those above it, where they are missing. One by one: Node's own `recursive` tries
 * for ever where the system says that a folder is missing although the one above is there, as it does below /proc.
 */
export function makeFolder(folder: string) {
  const above = path.dirname(path.resolve(folder))
  if (!existsSync(above)) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new NoFolder()
    if (code !== 'EEXIST') throw error
    // Another process may have made it at this moment. What is there and yet is not: a link to nowhere.
    const there = statSync(folder, { throwIfNoEntry: false })
    if (!there) throw new NoFolder()
    if (!there.isDirectory()) throw error
  }
}

export class NoFolder extends Error {
  constructor() {
    super('DATA_DIR cannot be written: no folder can be made there.')
  }
}
