import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { inRoot } from '@/e2e/rig/server-process'

/** The build that is here, but for what was made of proxy.ts. */
export function buildWithoutProxy(): { folder: string; remove: () => void } {
  const { folder, remove } = temporaryFolder('no-proxy')
  const link = (from: string, but: string[]) => {
    mkdirSync(path.join(folder, from), { recursive: true })
    for (const name of readdirSync(inRoot(from)))
      if (!but.includes(name)) symlinkSync(inRoot(from, name), path.join(folder, from, name))
  }
  link('.', ['.next', '.git'])
  link('.next', ['server'])
  link('.next/server', ['functions-config-manifest.json', 'middleware.js', 'middleware'])
  const name = '.next/server/functions-config-manifest.json'
  const { functions, ...manifest } = JSON.parse(readFileSync(inRoot(name), 'utf8')) as {
    functions: Record<string, unknown>
  }
  const { '/_middleware': proxy, ...others } = functions
  if (!proxy) throw new Error('Where has Next put proxy.ts?')
  writeFileSync(path.join(folder, name), JSON.stringify({ ...manifest, functions: others }))
  return { folder, remove }
}
