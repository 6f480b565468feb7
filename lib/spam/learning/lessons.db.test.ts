import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { connectForRaces, race, raceOf } from '@/lib/db/testing/barrier'
import { aComment } from '@/lib/db/testing/factories'
import { aSpamSubmission } from '../testing/a-submission'
import { forgetLessons, learn } from './commands'
import { filterTotals } from './queries'

// Two lessons at once. Each of these goes wrong when the lock is taken away.

beforeAll(connectForRaces)
beforeEach(async () => {
  await db.filterLesson.deleteMany()
  await db.filterToken.deleteMany()
})

const lesson = (commentId: string, text: string) => () =>
  inTransaction((tx) => learn(tx, commentId, 'spam', aSpamSubmission({ text })))

test('a lesson that is given twice at once counts once', async () => {
  const { id } = await aComment()
  await raceOf('insert on filter_lesson', [lesson(id, 'casino pills'), lesson(id, 'casino pills')])
  expect(await filterTotals()).toEqual({ spam: 1, ham: 0 })
  expect(await db.filterLesson.count({ where: { commentId: id } })).toBe(1)
})

test('what is to be forgotten waits for a lesson that is being learnt: they lock words in any order', async () => {
  const [{ id: old }, { id: fresh }] = [await aComment(), await aComment()]
  // Of a word that the other lesson does not have, so that they meet at no row.
  await db.filterToken.create({ data: { token: 'w:quagga', spam: 1 } })
  await db.filterLesson.create({ data: { commentId: old, lesson: 'spam', tokens: ['w:quagga'] } })
  const { outcomes, ended } = await race<unknown>('insert on filter_lesson', [
    lesson(fresh, 'lantern'),
    () => inTransaction((tx) => forgetLessons(tx, [old])),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect(ended).toEqual([0, 1])
  expect(await db.filterToken.findUnique({ where: { token: 'w:quagga' } })).toBeNull()
})
