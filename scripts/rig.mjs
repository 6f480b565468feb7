// Builds what is not built, then runs one of the TypeScript programs below this folder: `node scripts/rig.mjs bench/bench`.
import path from 'node:path'
import { build } from './steps/build.mjs'
import { install } from './steps/install.mjs'
import { ourNode, root, run } from './steps/run.mjs'

const [program, ...rest] = process.argv.slice(2)
await install({ tools: true })
await build()
try {
  await run(ourNode(), [
    path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
    path.join(root, 'scripts', `${program}.ts`),
    ...rest,
  ])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
