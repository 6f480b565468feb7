import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'

// Where the processes of one site meet: a socket in a folder that only this user may enter (mkdtemp makes it 0700).

// The system has room for 104 to 108 bytes; what is longer would be cut off without a word (unix(7)).
const longestPath = 100

/** Makes the folder; answers the path of the socket that will be in it, and how to remove both. */
export function deskFolder(temporary = tmpdir()): { socket: string; remove: () => Promise<void> } {
  const fits = Buffer.byteLength(path.join(temporary, 'chapterhouse-XXXXXX', 'desk')) <= longestPath
  const folder = mkdtempSync(path.join(fits ? temporary : '/tmp', 'chapterhouse-'))
  return {
    socket: path.join(folder, 'desk'),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Listens at the socket, in place of one that has ended there. */
export async function listenAtSocket(answer: RequestListener, socket: string): Promise<Server[]> {
  rmSync(socket, { force: true })
  const server = createServer(handedOnLimits, answer)
  server.maxHeadersCount = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // By itself: a copy of the program would else be given its connections by the one that started it.
    server.listen({ path: socket, exclusive: true }, resolve)
  })
  return [server]
}

// What was let in by its limits has some more headers of ours by now.
export const handedOnLimits = { maxHeaderSize: 128 * 1024, shouldUpgradeCallback: () => false }

/** Removes the folder with this process when the one that has made it is gone already, and so could not. */
export function removeAfterItsMaker(socket: string) {
  process.once(
    'exit',
    () => process.connected || rmSync(path.dirname(socket), { recursive: true, force: true }),
  )
}
