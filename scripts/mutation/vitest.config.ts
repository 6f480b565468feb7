import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProjectInlineConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import config from '../../vitest.config'

const chosen = (process.env.MUTATION_TESTS ?? '').split(',').filter(Boolean)

/** How many folders lie between two files. */
function distance(one: string, other: string): number {
  const steps = path.relative(path.dirname(one), path.dirname(other))
  return steps === '' ? 0 : steps.split(path.sep).length
}

/** What stands nearest to the changed file runs first: it is the most likely to notice, and then the others need not run. */
class NearestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]) {
    const changed = this.ctx.config.related ?? []
    const near = ({ moduleId }: TestSpecification) =>
      Math.min(...changed.map((file) => distance(file, moduleId)))
    return Promise.resolve(files.toSorted((one, other) => near(one) - near(other) || 0))
  }
}

/** The same kinds of test, below the chosen folders. */
function chosenOf({ test, ...rest }: TestProjectInlineConfiguration): TestProjectInlineConfiguration {
  if (chosen.length === 0) return { ...rest, test }
  const kinds = test!.include!.map((pattern) => pattern.slice(pattern.indexOf('/')))
  return { ...rest, test: { ...test, include: chosen.flatMap((place) => kinds.map((kind) => place + kind)) } }
}

export default {
  ...config,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    ...config.test,
    sequence: { ...config.test!.sequence, sequencer: NearestFirst },
    projects: (config.test!.projects as TestProjectInlineConfiguration[]).map(chosenOf),
  },
}
