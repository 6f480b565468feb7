import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

/**
 * The text of a small file that is made once and kept: a secret, a password. It appears whole or not at all, also
 * when two processes start at once or one is killed half-way; a file with less than `least` characters is an error.
 */
export function keptText(file: string, make: () => string, least: number): string {
  const mine = `${file}.${process.pid}.new`
  const handle = openSync(mine, 'w', 0o600)
  try {
    writeSync(handle, make())
    fsyncSync(handle)
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(handle)
    rmSync(mine, { force: true })
  }
  const text = readFileSync(file, 'utf8').trim()
  if (text.length < least) throw new DamagedFile(file)
  return text
}

export class DamagedFile extends Error {
  constructor(file: string) {
    super(`${file} is damaged: restore it from a backup, or remove it to have a new one made.`)
  }
}
