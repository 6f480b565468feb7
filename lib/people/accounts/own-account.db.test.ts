import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson, aSession, anActor } from '@/lib/db/testing/factories'
import { actorOf } from '../sessions/queries'
import { disablePerson } from './commands'
import { changeOwnAccount, noteBrowser } from './own-commands'

const chosen = async (id: string) =>
  db.person.findUniqueOrThrow({ where: { id }, select: { name: true, locale: true, zone: true } })
const typed = { name: 'Edith', locale: 'ar', zone: 'Asia/Tokyo' }

describe('somebody of the staff', () => {
  test('chooses their name, language and zone, and is spoken to in them from the next request on', async () => {
    const actor = await anActor('editor')
    const other = await anActor('editor')
    expect(await changeOwnAccount(actor, { ...typed, name: '  Edith Weber ' })).toMatchObject({ ok: true })
    expect(await chosen(actor.id)).toEqual({ ...typed, name: 'Edith Weber' })
    expect(await actorOf(await aSession(actor.id))).toMatchObject({ locale: 'ar', zone: 'Asia/Tokyo' })
    expect(await chosen(other.id)).toMatchObject({ locale: null, zone: null })
  })

  test('may choose nothing, and may call a zone by another of its names', async () => {
    const actor = await anActor('admin')
    await changeOwnAccount(actor, typed)
    await changeOwnAccount(actor, { ...typed, locale: '', zone: '' })
    expect(await chosen(actor.id)).toMatchObject({ locale: null, zone: null })
    await changeOwnAccount(actor, { ...typed, zone: 'US/Pacific' })
    expect(await chosen(actor.id)).toMatchObject({ zone: 'America/Los_Angeles' })
  })

  test.each([
    ['a name of nothing', { name: ' ' }, { name: 'name-missing' }],
    ['a language that nobody speaks here', { locale: 'xx' }, { locale: 'locale-wrong' }],
    ['an offset', { zone: '+02:00' }, { zone: 'zone-wrong' }],
    ['no zone', { zone: 'Moon/Tranquility' }, { zone: 'zone-wrong' }],
    ['a zone that is no text', { zone: 7 }, { zone: 'zone-wrong' }],
  ])('cannot choose %s', async (_, wrong, problems) => {
    const actor = await anActor('editor')
    const before = await chosen(actor.id)
    const outcome = await changeOwnAccount(actor, { ...typed, ...wrong })
    expect(outcome).toEqual({ ok: false, refusal: 'problems', problems })
    expect(await chosen(actor.id)).toEqual(before)
  })

  test('changes nothing once they are disabled', async () => {
    const actor = await anActor('editor')
    await disablePerson(await anActor('admin'), { personId: actor.id })
    const before = await chosen(actor.id)
    expect(await changeOwnAccount(actor, typed)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await chosen(actor.id)).toEqual(before)
  })
})

describe('what the browser of a sign-in says', () => {
  const note = async (before: object, given: { zone: unknown; locale: unknown }) => {
    const { id } = await aPerson()
    await db.person.update({ where: { id }, data: before })
    await noteBrowser(id, given)
    const { locale, zone } = await chosen(id)
    return { locale, zone }
  }

  test.each([
    ['is kept for who has chosen nothing', {}, ['ja', 'Asia/Tokyo'], ['ja', 'Asia/Tokyo']],
    ['changes no choice', { locale: 'ar', zone: 'UTC' }, ['ja', 'Asia/Tokyo'], ['ar', 'UTC']],
    ['fills in what is missing', { locale: 'ar' }, ['ja', 'Asia/Tokyo'], ['ar', 'Asia/Tokyo']],
    ['is nothing without scripts and without a choice', {}, [undefined, ''], [null, null]],
    ['is nothing where it is nonsense', {}, ['xx', "'; drop table person"], [null, null]],
    ['is known by one name', {}, [undefined, 'Etc/UTC'], [null, 'UTC']],
  ])('%s', async (_, before, [locale, zone], after) => {
    const kept = await note(before, { locale, zone })
    expect([kept.locale, kept.zone]).toEqual(after)
  })
})
