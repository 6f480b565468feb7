import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { keepDiscussion } from '../testing/keep-discussion'
import { commentOfAuthor, idsOfAddress, authorData } from './queries'

beforeEach(() => keepDiscussion({ editMinutes: 5 }))

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const decided = (commentId: string, how: { byId?: string; rule?: string; reason?: string; at?: Date }) =>
  db.moderationDecision.create({
    data: { id: newId(), commentId, from: 'pending', to: 'trash', ...how },
  })

describe('a comment as its author sees it', () => {
  test('says what was sent, where it stands, and until when it may be changed freely', async () => {
    const edition = await anEdition({ locale: 'ja', slug: `fog-${randomUUID()}`, title: '霧' })
    const sentAt = minutesAgo(4)
    const { id } = await aComment({ edition, sentAt, name: 'Rea', email: 'rea@example.org', text: 'Mine.' })
    expect(await commentOfAuthor(id)).toEqual({
      id,
      status: 'pending',
      erased: false,
      name: 'Rea',
      email: 'rea@example.org',
      text: 'Mine.',
      sentAt,
      editedAt: null,
      chapter: { locale: 'ja', slug: edition.slug, title: '霧' },
      changeable: true,
      changeUntil: new Date(sentAt.getTime() + 5 * 60_000),
      decision: undefined,
      follow: undefined,
    })
    expect(await commentOfAuthor(randomUUID())).toBeUndefined()
  })

  test('a chapter that was never published is called by its address', async () => {
    const edition = await anEdition({ published: false })
    const { id } = await aComment({ edition })
    expect((await commentOfAuthor(id))?.chapter).toEqual({
      locale: 'en',
      slug: edition.slug,
      title: edition.slug,
    })
  })

  test.each<[CommentStatus, number, number, boolean, boolean]>([
    ['pending', 5, 4, true, true],
    ['approved', 5, 4, true, true],
    ['approved', 5, 6, true, false],
    ['pending', 1_440, 1_400, true, true],
    ['spam', 5, 0, false, false],
    ['trash', 5, 0, false, false],
    ['pending', 0, 0, false, false],
  ])('%s, %i minutes of the settings, sent %i ago', async (status, editMinutes, ago, changeable, free) => {
    await keepDiscussion({ editMinutes })
    const { id } = await aComment({ status, sentAt: minutesAgo(ago) })
    const comment = (await commentOfAuthor(id))!
    expect([comment.changeable, comment.changeUntil !== undefined]).toEqual([changeable, free])
  })

  test.each([
    [{ text: '—', email: '', name: '' }, true],
    [{ text: '-', email: '', name: '' }, false],
    [{ text: '—', email: 'rea@example.org', name: '' }, false],
    [{ text: '—', email: '', name: 'Rea' }, false],
  ])('%j is erased: %s', async (fields, erased) => {
    const { id } = await aComment({ status: 'trash', ...fields })
    expect((await commentOfAuthor(id))?.erased).toBe(erased)
  })

  test('the last decision counts, and whether a person made it, or the author', async () => {
    const { id } = await aComment({ status: 'trash' })
    const { id: byId } = await anActor()
    const told = async () => (await commentOfAuthor(id))?.decision
    await decided(id, { rule: 'spam-verdict', at: minutesAgo(3) })
    expect(await told()).toEqual({ byAuthor: false, byPerson: false, reason: null })
    await decided(id, { byId, reason: 'Off the subject', at: minutesAgo(2) })
    expect(await told()).toEqual({ byAuthor: false, byPerson: true, reason: 'Off the subject' })
    for (const rule of ['changed-by-author', 'withdrawn-by-author', 'erased-by-author']) {
      await decided(id, { rule })
      expect(await told()).toEqual({ byAuthor: true, byPerson: false, reason: null })
    }
  })

  test.each([
    [{}, { confirmed: false, stopped: false, daily: false }],
    [{ confirmedAt: new Date() }, { confirmed: true, stopped: false, daily: false }],
    [
      { confirmedAt: new Date(), stoppedAt: new Date(), daily: true },
      { confirmed: true, stopped: true, daily: true },
    ],
  ])('mails that were asked for, %#', async (data, follow) => {
    const { id: commentId } = await aComment()
    await db.commentFollow.create({ data: { commentId, ...data } })
    expect((await commentOfAuthor(commentId))?.follow).toEqual(follow)
  })
})

describe('what is kept', () => {
  const site = 'https://example.org'

  test('of one comment is all of it', async () => {
    const edition = await anEdition()
    const sentAt = minutesAgo(9)
    const { id } = await aComment({ edition, traced: true, url: 'https://rea.example/', sentAt })
    const plain = {
      name: 'Rea',
      email: 'rea@example.org',
      url: 'https://rea.example/',
      text: 'I liked this.',
    }
    const one = {
      name: 'Rea',
      email: 'rea@example.org',
      website: 'https://rea.example/',
      text: 'I liked this.',
      language: 'en',
      status: 'pending',
      sentAt,
      changedAt: null,
      changedByStaff: [],
      page: `${site}/en/chapters/${edition.slug}#comment-${id}`,
      mails: null,
      sentFrom: {
        address: '192.0.2.7',
        browser: 'Mozilla/5.0 (test)',
        comingFrom: 'http://localhost:3000/en',
        keptUntil: expect.any(Date) as Date,
        asSubmitted: plain,
      },
    }
    expect(await authorData(id, site)).toEqual([one])
    const [askedAt, confirmedAt, stoppedAt] = [minutesAgo(8), minutesAgo(7), minutesAgo(6)]
    await db.commentFollow.create({ data: { commentId: id, askedAt, confirmedAt, stoppedAt, daily: true } })
    await db.submissionTrace.delete({ where: { commentId: id } })
    const mails = { askedAt, confirmedAt, stoppedAt, onceADay: true }
    expect(await authorData(id, site)).toEqual([{ ...one, mails, sentFrom: null }])
  })

  test('of an address is every comment that was sent with it, in order, and none without one', async () => {
    const [mine, other] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`]
    const [third, first, second] = [
      await aComment({ email: mine, text: 'Third', sentAt: minutesAgo(1) }),
      await aComment({ email: mine.toUpperCase(), text: 'First', sentAt: minutesAgo(3) }),
      await aComment({ email: mine, text: 'Second', sentAt: minutesAgo(2) }),
    ]
    await aComment({ email: other })
    const texts = async (...how: Parameters<typeof authorData>) =>
      (await authorData(...how)).map(({ text }) => text)
    expect(await texts(third.id, site)).toEqual(['Third'])
    expect(await texts(third.id, site, 'the address')).toEqual(['First', 'Second', 'Third'])
    expect(await idsOfAddress(db, second.id)).toEqual([third.id, first.id, second.id].sort())
    const [nameless] = [await aComment({ email: '' }), await aComment({ email: '' })]
    expect(await idsOfAddress(db, nameless.id)).toEqual([nameless.id])
  })
})
