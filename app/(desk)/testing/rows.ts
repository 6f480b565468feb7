import { db } from '@/lib/db/client'
import { aComment, anEdition, aPerson } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'

/** Words that only rows hold: whoever is refused must not be told them. */
export const secrets = ['Kanari', 'kanari@example.org', 'Zeisig', 'zeisig@example.org']

/** Rows for every door to be about. */
export async function someRows() {
  const edition = await anEdition({ title: 'Kanari' })
  const draft = await anEdition({ published: false, title: 'Kanari' })
  const other = await anEdition({ title: 'Kanari' })
  const comment = await aComment({
    edition,
    traced: true,
    name: 'Kanari',
    email: 'kanari@example.org',
    text: 'Kanari wrote this.',
  })
  const person = await aPerson({ name: 'Zeisig', email: `${newId()}.zeisig@example.org` })
  const word = await db.wordRule.create({
    data: { id: newId(), list: 'moderation', pattern: `kanari ${newId()}`, folded: newId() },
  })
  const ranking = await db.rankingFact.create({
    data: { ...ofRanking('Kanari'), id: newId(), chapterId: edition.chapterId },
  })
  // Others' hold no place of the few that there are at a time.
  await db.bulkDecision.updateMany({ data: { state: 'done', settledAt: new Date() } })
  const bulk = await db.bulkDecision.create({
    data: {
      id: newId(),
      byId: person.id,
      view: 'pending',
      filters: {},
      zone: 'UTC',
      becomes: 'trash',
      until: new Date(),
      state: 'running',
    },
  })
  const rule = await db.standingRule.create({
    data: {
      id: newId(),
      kind: 'author',
      value: `${newId()}.kanari@example.org`,
      effect: 'hold',
      reason: 'Kanari',
      overAt: new Date('9999-12-31T00:00:00Z'),
    },
  })
  return { edition, draft, other, comment, person, word, ranking, bulk, rule }
}
export type Rows = Awaited<ReturnType<typeof someRows>>

export const ofRanking = (subject: string) =>
  ({
    kind: 'hashtag',
    subject: `${subject} ${newId()}`,
    place: 1,
    service: 'A service',
    sourceUrl: 'https://example.org/',
    asOf: new Date('2026-01-01'),
  }) as const
