import type { Env } from '@/lib/kernel/env'
import type { Role } from '../copies/role'
import { PageFiles } from './page-files'
import { PageTree } from './page-tree'

/** What keeps pages as files in this process, if it is wished for: one does, of those that answer readers. */
export function pageFilesFor(role: Role, { PAGES_FOLDER }: Env): PageFiles | undefined {
  const isOurs = role.kind === 'first' || (role.kind === 'web' && role.keepsFiles === true)
  return PAGES_FOLDER !== undefined && isOurs ? new PageFiles(new PageTree(PAGES_FOLDER)) : undefined
}
