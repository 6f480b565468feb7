import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { handlers } from './handlers'
import { jobs } from './jobs'

const declared = globSync('lib/**/*.ts')
  .filter((file) => !/\.test\.ts$|^lib\/(jobs|db\/generated)\//.test(file))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bjob\(\s*'([a-z-]+)'/g)].map(([, name]) => name!),
  )

test('each kind of job that is declared has one queue and one handler', () => {
  expect(declared.length).toBeGreaterThan(10)
  expect(jobs.map(({ name }) => name).sort()).toEqual(declared.sort())
  expect(handlers.map(({ job }) => job.name).sort()).toEqual(declared.sort())
  expect(new Set(declared).size).toBe(declared.length)
})

test.each(handlers)('$job.name looks at what it is given before it does anything', async ({ work }) => {
  await expect(work([{ id: 'x', data: 'no job' }], {} as never)).rejects.toThrow(/Invalid input/)
})
