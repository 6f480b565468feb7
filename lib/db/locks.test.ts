import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { locks } from './locks'

const filesIn = (place: string): string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => !['generated', 'node_modules'].includes(name))
        .flatMap((name) => filesIn(path.join(place, name)))
    : [place]

const sources = ['app', 'components', 'lib', 'prisma', 'scripts', 'server.ts']
  .flatMap(filesIn)
  .filter((file) => /\.(tsx?|m?js|sql)$/.test(file) && !/\.test\.tsx?$/.test(file))

/** Takes such locks by what they are about, and not by a number. */
const byHash = [
  'prisma/migrations/20261124000100_discussion/migration.sql',
  'prisma/migrations/20261127010000_said_already/migration.sql',
  'prisma/migrations/20261128040001_pace_of_an_author/migration.sql',
  'prisma/migrations/20261130120000_standing_rules/migration.sql',
  'prisma/sql/submission_gate.sql',
  'lib/people/sign-in/guess-commands.ts',
]

test('each lock has a number of its own', () => {
  const numbers = Object.values(locks)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('no lock is taken by a number that does not stand in the list', () => {
  expect(sources.length).toBeGreaterThan(400)
  const takers = sources.filter((file) => /pg_(try_)?advisory/.test(readFileSync(file, 'utf8')))
  expect(takers.filter((file) => !byHash.includes(file))).toEqual(['lib/db/locks.ts'])
  const number = new RegExp(Object.values(locks).join('|'))
  const others = sources.filter((file) => number.test(readFileSync(file, 'utf8').replaceAll('_', '')))
  expect(others).toEqual(['lib/db/locks.ts'])
})
