import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { debian } from './debian.mjs'
import { step } from './run.mjs'

const known = [process.env.NGINX_PATH, '/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx']

/** The path of an nginx: one already there, else Debian's; undefined where neither is to be had. */
export async function findNginx() {
  const there = known.find((file) => file && existsSync(file))
  if (there) return there
  try {
    await step('Bringing nginx', async () => debian('nginx-light', 'openssl'))
    execFileSync('/usr/sbin/nginx', ['-v'], { stdio: 'ignore' })
    return '/usr/sbin/nginx'
  } catch (error) {
    process.stdout.write(`  nginx: ${String(error.message).split('\n')[0]}; what needs it is left out\n`)
    return undefined
  }
}
