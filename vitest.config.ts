import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,components,scripts,app}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts'],
          setupFiles: 'scripts/steps/property-seed.ts',
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          // Files named *.db.test.ts get a database of their own, cloned from a migrated template.
          name: 'database',
          include: ['{lib,app}/**/*.db.test.ts'],
          globalSetup: 'lib/db/testing/global-setup.ts',
          setupFiles: 'lib/db/testing/own-database.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
