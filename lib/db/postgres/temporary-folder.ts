import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * A folder for a database that is thrown away, below the system's temporary one; the user that runs Postgres may enter
 * it. Whoever has made it may also end without a word (a test that is stopped): then Postgres is ended that runs there, and
 * the folder removed.
 */
export function temporaryFolder(name: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), `chapterhouse-${name}-`))
  chmodSync(folder, 0o711)
  const caretaker = takeCare(folder)
  return {
    folder,
    remove() {
      caretaker.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Waits for the end of the process that holds the other end of its input. What is stopping meanwhile (a server in this
// folder) may take a moment, and may even start Postgres once more: so it is looked for until it is gone for good.
const whenItsMakerIsGone = `
  read -r _
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    sleep 0.5
    { read -r pid < "$1/postgres/postmaster.pid"; } 2> /dev/null || continue
    kill -QUIT "$pid" || continue
  done
  rm -rf "$1"`

function takeCare(folder: string) {
  const shell = spawn('sh', ['-c', whenItsMakerIsGone, 'caretaker', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.unref()
  shell.stdin.on('error', () => {})
  ;(shell.stdin as Socket).unref()
  return shell
}
