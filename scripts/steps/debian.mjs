import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Installs packages of Debian's, as root or through sudo without a password. Throws where that cannot be. */
export function debian(...packages) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get'))
    throw new Error('this machine has no apt-get')
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) =>
    execFileSync([...asRoot, 'apt-get'][0], [...asRoot, 'apt-get', ...args].slice(1), {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
    })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
}
