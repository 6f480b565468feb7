// A link for somebody of the staff who cannot sign in, printed on the site's own machine: npm run admin -- EMAIL
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { environment, ourNode, root } from './steps/run.mjs'

const program = path.join(root, 'dist', 'admin.js')
if (!existsSync(program)) {
  process.stderr.write('The site has not been built yet: start it once with npm run up.\n')
  process.exit(1)
}
if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'))

const admin = spawn(ourNode(), ['--enable-source-maps', program, ...process.argv.slice(2)], {
  cwd: root,
  env: environment({ NODE_ENV: 'production' }),
  stdio: 'inherit',
})
admin.on('exit', (code) => process.exit(code ?? 1))
