import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stackInSources } from './source-lines'

const folder = mkdtempSync(path.join(tmpdir(), 'chapterhouse (stacks) '))
afterAll(() => rmSync(folder, { recursive: true }))

let stack: string
beforeAll(async () => {
  writeFileSync(
    path.join(folder, 'thrower.ts'),
    `\n\nexport const thrower = () => {\n  throw new Error('a\\nb')\n}\n`,
  )
  const outfile = path.join(folder, 'built.mjs')
  const entryPoints = [path.join(folder, 'thrower.ts')]
  await build({ entryPoints, outfile, bundle: true, minify: true, format: 'esm', sourcemap: true })
  // In a process of its own: the runner of tests reads maps too.
  const program = `import(${JSON.stringify(outfile)}).then(({ thrower }) => thrower()).catch((error) => console.log(error.stack))`
  stack = execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })
})

const relative = (name: string) => path.relative(process.cwd(), path.join(folder, name))

describe('places in a stack', () => {
  test('are those of the sources', () => {
    expect(stack).not.toContain('thrower.ts')
    expect(stackInSources(stack)).toContain(`${relative('thrower.ts')}:4:9`)
    expect(stackInSources(stack).split('\n').slice(0, 2)).toEqual(['Error: a', 'b'])
  })

  const built = path.join(folder, 'built.mjs')
  test.each([
    ['a name', `    at name (${built}:1:1)`, true],
    ['none', `    at ${built}:1:1`, true],
    ['an address', `    at async name (file://${built}:1:1)`, true],
    ['words of an error', `Error: at ${built}:1:1 it was`, false],
    ['no map', `    at name (${folder}/other.js:1:1)`, false],
    ['a folder', `    at name (${folder}/x.js/:1:1)`, false],
    ['Node itself', '    at node:internal/modules/run_main:158:5', false],
    ['nothing', '', false],
  ])('%s', (_, line, isMapped) => {
    const mapped = stackInSources(line)
    expect(mapped.includes('thrower.ts')).toBe(isMapped)
    if (!isMapped) expect(mapped).toBe(line)
  })

  test('a map that cannot be read leaves them as they are', () => {
    const file = path.join(folder, 'broken.js')
    writeFileSync(`${file}.map`, '{"version":3,')
    expect(stackInSources(`    at ${file}:1:1`)).toBe(`    at ${file}:1:1`)
  })

  test('are looked up for the first two hundred lines', () => {
    const lines = stackInSources(Array(250).fill(`    at ${built}:1:1`).join('\n')).split('\n')
    expect(lines.filter((line) => line.includes('thrower.ts'))).toHaveLength(200)
    expect(lines).toHaveLength(250)
  })
})
