import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { wantedMark } from './install.mjs'

const site = 'new without tools'
const everything = 'new'

// A mark that is there already means that nothing is installed.
test.each([
  ['nothing', undefined, false, site],
  ['nothing', undefined, true, everything],
  ['what runs and builds', site, false, site],
  ['what runs and builds', site, true, everything],
  ['everything', everything, false, everything],
  ['everything', everything, true, everything],
  ['what ran and built before', 'old without tools', false, site],
  ['what ran and built before', 'old without tools', true, everything],
  // Who has tools keeps them.
  ['everything of before', 'old', false, everything],
  ['everything of before', 'old', true, everything],
])('where %s is there (%s), and tools are wanted (%s), it becomes: %s', (_what, there, tools, after) => {
  expect(wantedMark({ there, lock: 'new', tools, areToolsThere: () => false })).toBe(after)
})

test('tools that somebody has installed without us stay', () => {
  const found = { there: undefined, lock: 'new', areToolsThere: () => true }
  expect(wantedMark({ ...found, tools: false })).toBe(everything)
})

test('npm is told what to install, an installation that fails is begun again, and one that is done is not', () => {
  const clone = mkdtempSync(path.join(tmpdir(), 'chapterhouse-install-'))
  const inClone = (...parts: string[]) => path.join(clone, ...parts)
  for (const part of ['scripts/steps', 'lib/kernel/stopping.mjs'])
    cpSync(part, inClone(part), { recursive: true })
  mkdirSync(inClone('node_modules', '.bin'), { recursive: true })
  mkdirSync(inClone('node_modules', 'saw'))
  writeFileSync(inClone('package-lock.json'), '{}')
  writeFileSync(inClone('package.json'), '{ "devDependencies": { "hammer": "1", "saw": "1" } }')
  const lock = createHash('sha256').update('{}').digest('hex')
  const mark = inClone('node_modules', '.installed')

  const install = (tools: boolean, npm: string) => {
    writeFileSync(inClone('node_modules', '.bin', 'npm'), `#!/bin/sh\n${npm}\n`, { mode: 0o755 })
    const program = `import { install } from './scripts/steps/install.mjs'; await install({ tools: ${tools} })`
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: clone,
      encoding: 'utf8',
    })
    return {
      isWell: status === 0,
      npm: /^npm (.*)$/m.exec(stdout)?.[1],
      mark: existsSync(mark) && readFileSync(mark, 'utf8'),
    }
  }
  const says = 'echo npm "$@"'
  try {
    expect(install(false, says)).toEqual({
      isWell: true,
      npm: expect.stringMatching(/^install --no-save --omit=dev /),
      mark: `${lock} without tools`,
    })
    expect(install(true, 'exit 1')).toEqual({ isWell: false, npm: undefined, mark: false })
    expect(install(true, says)).toEqual({
      isWell: true,
      npm: expect.stringMatching(/^install --no-save --include=dev /),
      mark: lock,
    })
    expect(install(false, says)).toEqual({ isWell: true, npm: undefined, mark: lock })
  } finally {
    rmSync(clone, { recursive: true })
  }
})
