import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }

// What one test leaves behind must not be what the next one needs: they run in an order that is drawn, and printed. The
// same again: TEST_SEED=7 npx vitest run. (Files have nothing in common but the machine; the slow ones go first.)
const sequence = {
  shuffle: { tests: true, files: false },
  seed: Number(process.env.TEST_SEED ?? Date.now() % 1e6),
}
// For what hangs, and not for what is slow: the machine may have much else to do.
const patience = { testTimeout: 180_000, hookTimeout: 180_000 }

export default defineConfig({
  resolve: { alias },
  test: {
    sequence,
    // At the end of the tests of the database the compiler looks at the types of rows.
    teardownTimeout: patience.hookTimeout,
    // Many tests wait for something, so one worker more than there are cores.
    maxWorkers: Math.min(5, availableParallelism() + 1),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,components,scripts,app}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts'],
          setupFiles: 'scripts/steps/property-seed.ts',
          sequence,
          ...patience,
        },
      },
      {
        resolve: { alias },
        test: {
          // Files named *.db.test.ts get a database of their own, cloned from a migrated template.
          name: 'database',
          include: ['{lib,app,scripts}/**/*.db.test.ts'],
          globalSetup: 'lib/db/testing/global-setup.ts',
          setupFiles: ['lib/db/testing/rows/watch.ts', 'lib/db/testing/own-database.ts'],
          sequence,
          ...patience,
        },
      },
    ],
  },
})
