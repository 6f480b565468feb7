import cluster from 'node:cluster'
import type { Kind } from './cluster'
import type { Layout } from './layout'

/** What this process is: the first one, or a copy that it has started to answer readers or to make the desk. */
export type Role =
  | { kind: 'first' }
  /** Asks the desk at this socket; without one, makes it itself. */
  | { kind: 'web'; socket?: string; keepsFiles?: true }
  | { kind: 'desk'; socket: string }

/**
 * The copies that a layout needs, the one that others ask before them. With a socket, the desk is apart. One of those that
 * answer keeps pages as files, where that is wished for; one that is started in its place does, too.
 */
export function copiesOf(
  { webProcesses }: Layout,
  settings: Record<string, string>,
  socket?: string,
): Kind[] {
  const desk = socket && {
    name: 'desk',
    environments: [{ ...settings, COPY_ROLE: 'desk', COPY_SOCKET: socket }],
  }
  const web = {
    name: 'web',
    environments: Array.from({ length: webProcesses }, (_, at) => ({
      ...settings,
      COPY_ROLE: 'web',
      COPY_SOCKET: socket ?? '',
      COPY_KEEPS_FILES: at === 0 ? '1' : '',
    })),
  }
  return desk ? [desk, web] : [web]
}

/** By what `copiesOf` has set; of anybody else it is not read. */
export function roleOf(isCopy: boolean, env: Record<string, string | undefined>): Role {
  if (!isCopy) return { kind: 'first' }
  const socket = env.COPY_SOCKET || undefined
  if (env.COPY_ROLE === 'desk' && socket) return { kind: 'desk', socket }
  return { kind: 'web', socket, ...(env.COPY_KEEPS_FILES ? { keepsFiles: true } : {}) }
}

export const ourRole = () => roleOf(cluster.isWorker, process.env)
