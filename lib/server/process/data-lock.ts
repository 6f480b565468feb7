import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Env } from '@/lib/kernel/env'
import { lockAlone } from '@/lib/kernel/files/file-lock'
import { makeFolder } from '@/lib/kernel/files/folder'

/** Another process of the site has what this one would need for itself. */
export class InUse extends Error {}

const note = z.object({ pid: z.int().positive(), port: z.int().positive() })

/**
 * Holds DATA_DIR for the server whose database lies in it, until it ends. Workers and migrations beside it are guests and
 * hold nothing. Throws InUse when another server has it.
 */
export function holdData({ DATA_DIR, PORT }: Pick<Env, 'DATA_DIR' | 'PORT'>): () => Promise<void> {
  makeFolder(DATA_DIR)
  const file = path.join(DATA_DIR, 'server.json')
  const lock = lockAlone(path.join(DATA_DIR, 'server.lock'))
  if (!lock) {
    throw new InUse(
      `The site runs already on the data in ${path.resolve(DATA_DIR)}${who(file)}: stop it first, or set DATA_DIR and PORT to others.`,
    )
  }
  // For the message above only: whether somebody holds the folder is never judged by a number that is written down.
  writeFileSync(file, JSON.stringify({ pid: process.pid, port: PORT }))
  return async () => lock.release()
}

function who(file: string) {
  try {
    const { pid, port } = note.parse(JSON.parse(readFileSync(file, 'utf8')))
    return ` (process ${pid}, at port ${port})`
  } catch {
    return ''
  }
}
