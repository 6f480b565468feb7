// Runs Stryker beside one Postgres. A change that hangs has its tests ended with all that they have started, and a
// Postgres of their own would be left over, or take its seconds to start again.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { startTemplate } from '@/lib/db/testing/global-setup'

const [program] = process.argv.slice(2)
// The signal goes to Stryker too, and what stands here is told by its end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

const template = await startTemplate()
const config = path.join('scripts', 'mutation', 'stryker.config.mjs')
const stryker = spawn(process.execPath, [program!, 'run', config], {
  stdio: 'inherit',
  env: { ...process.env, TEMPLATE_URL: template.url },
})
const [code] = (await once(stryker, 'exit')) as [number | null]
await template.stop()
// Its copies of the tree, which it leaves where it was ended.
rmSync(path.join('.cache', 'mutation'), { recursive: true, force: true })
process.exit(code ?? 1)
