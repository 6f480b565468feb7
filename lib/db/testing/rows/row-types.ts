import { globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { isShipped } from './call-sites'
import { compare } from './compare'
import { neverSeen } from './never-seen'
import { merged, type SeenRows } from './seen'

/**
 * Holds what all tests of a run saw of rows against the types in the code, and throws what does not fit. When every file
 * of tests was run, also what none of them has seen.
 */
export async function checkRowTypes(project: TestProject, folder: string) {
  const seen = merged(readdirSync(folder).flatMap((file) => read(path.join(folder, file))))
  const whole = await isWhole(project)
  if (seen.length === 0 && !whole) return
  const root = process.cwd()
  const named = seen.flatMap(({ places }) => places.map((place) => place.slice(0, place.indexOf(':'))))
  const files = whole ? statementFiles() : [...new Set(named)]
  const { faults, unseen } = compare(
    files.map((file) => path.join(root, file)),
    seen,
    root,
  )
  const all = [...faults, ...(whole ? unexplained(unseen) : [])]
  if (all.length === 0) return
  // Also if the end of the run takes too long after this, and is cut short.
  process.exitCode = 1
  throw new Error(`Rows and their types differ:\n  ${all.join('\n  ')}`)
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as SeenRows[]

const statementFiles = () =>
  globSync('{lib,app,components,prisma}/**/*.{ts,tsx}')
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isShipped)
    .filter((file) => /\$queryRaw|\.query\b|\bnamedRows\b/.test(readFileSync(file, 'utf8')))

/** Was every test of the project run, and went well? What a failed one did not reach is its own trouble. */
async function isWhole(project: TestProject) {
  const { state, config } = project.vitest
  const { testFiles } = await project.globTestFiles()
  const passed = new Set(
    state
      .getTestModules()
      .filter((module) => module.project === project && module.state() === 'passed')
      .map(({ moduleId }) => moduleId),
  )
  return !config.testNamePattern && testFiles.every((file) => passed.has(file))
}

/** Statements that nobody saw and that have no reason, and reasons that are left over. */
export function unexplained(unseen: readonly string[], reasons = neverSeen): string[] {
  const inFile = (file: string) => unseen.filter((place) => place.startsWith(`${file}:`))
  const isKnown = (place: string) => reasons.some(([file]) => place.startsWith(`${file}:`))
  return [
    ...unseen.filter((place) => !isKnown(place)).map((place) => `${place} no test has seen its rows`),
    ...reasons
      .filter(([file, count]) => inFile(file).length !== count)
      .map(
        ([file, count]) =>
          `${file} has ${inFile(file).length} statements that no test sees, and not ${count}`,
      ),
  ]
}
