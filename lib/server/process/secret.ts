import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { makeFolder } from '@/lib/kernel/files/folder'
import { keptText } from '@/lib/kernel/files/kept-text'

/** The secret kept in DATA_DIR, made at the first start. Several machines need the same one in SECRET instead. */
export function keptSecret(dataDir: string): string {
  makeFolder(dataDir)
  return keptText(path.join(dataDir, 'secret'), () => randomBytes(48).toString('base64url'), 32)
}
