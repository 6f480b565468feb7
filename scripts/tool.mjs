// Runs a program of the packages that only developers need, which are installed first where they are not there:
// `node scripts/tool.mjs prettier --write .`
import path from 'node:path'
import { install } from './steps/install.mjs'
import { ourNode, root, run, stopWhatRuns } from './steps/run.mjs'

const [name, ...args] = process.argv.slice(2)

stopWhatRuns()
try {
  await install({ tools: true })
  await run(ourNode(), [path.join(root, 'node_modules', '.bin', name), ...args])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
