import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pool } from './client'
import { textsInDatabase, textsInFolder } from './sql-texts'

test('prisma/sql is what the migrations make; `npm run sql-texts` writes it anew', async () => {
  const texts = await textsInDatabase(pool())
  expect(Object.keys(texts)).toEqual(
    expect.arrayContaining(['submission_gate.sql', 'published_edition.sql', 'triggers.sql']),
  )
  expect(textsInFolder()).toEqual(texts)
})

// These two cannot be renamed: databases know them by their names, and apply them in the order of those.
const shared = ['20261124000100']

test('no further two migrations share a stamp, so that their order is what they say', () => {
  const stamps = readdirSync('prisma/migrations')
    .filter((name) => !name.includes('.'))
    .map((name) => /^(\d{14})_[a-z0-9_]+$/.exec(name)?.[1] ?? `${name} has none`)
  expect(stamps.filter((stamp) => !/^\d+$/.test(stamp))).toEqual([])
  expect(stamps.filter((stamp, place) => stamps.indexOf(stamp) !== place)).toEqual(shared)
})
