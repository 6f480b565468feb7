import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anActor } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { removeView, renameView, saveView } from './commands'
import { savedViews } from './queries'

const japanese = { status: 'pending', filters: { locale: 'ja', q: ' 灯台 ' } } as const
const namesSeenBy = async (actor: StaffActor) => (await savedViews(actor)).map(({ name }) => name)

test('a view is kept for a person or for all, found by its name, renamed and removed', async () => {
  const [edith, ada] = [await anActor('editor', 'Edith'), await anActor('admin', 'Ada')]
  const mine = await saveView(edith, { ...japanese, name: ' Mine ' })
  const ours = await saveView(edith, { ...japanese, name: 'Ours', forAll: true })
  if (!mine.ok || !ours.ok) throw new Error('refused')
  expect(await savedViews(edith)).toEqual([
    {
      id: mine.value.id,
      name: 'Mine',
      status: 'pending',
      filters: { locale: 'ja', q: '灯台' },
      forAll: false,
    },
    {
      id: ours.value.id,
      name: 'Ours',
      status: 'pending',
      filters: { locale: 'ja', q: '灯台' },
      forAll: true,
    },
  ])
  expect(await namesSeenBy(ada)).toEqual(['Ours'])
  // What is somebody's own is nobody else's to change.
  expect(await renameView(ada, { id: mine.value.id, name: 'x' })).toMatchObject({ refusal: 'not-found' })
  expect(await removeView(ada, mine.value.id)).toMatchObject({ refusal: 'not-found' })
  expect(await renameView(ada, { id: ours.value.id, name: 'All of us' })).toMatchObject({ ok: true })
  expect(await namesSeenBy(edith)).toEqual(['All of us', 'Mine'])
  expect(await removeView(edith, ours.value.id)).toMatchObject({ ok: true })
  expect(await removeView(edith, ours.value.id)).toMatchObject({ refusal: 'not-found' })
  expect(await namesSeenBy(ada)).toEqual([])
})

test('names are there, short enough and not twice; and of views there are so many', async () => {
  const edith = await anActor('editor', 'Edith')
  const save = (name: unknown, more: object = {}) => saveView(edith, { ...japanese, name, ...more })
  for (const [name, refusal] of [
    ['', 'name-missing'],
    ['  ', 'name-missing'],
    [7, 'name-missing'],
    ['x'.repeat(101), 'name-long'],
  ])
    expect(await save(name)).toMatchObject({ refusal })
  expect(await save('x', { status: 'none' })).toMatchObject({ refusal: 'form-broken' })
  for (let count = 0; count < 30; count++) expect(await save(`View ${count}`)).toMatchObject({ ok: true })
  expect(await save('One more')).toMatchObject({ refusal: 'views-many' })
  const [first, second] = await savedViews(edith)
  await removeView(edith, first!.id)
  expect(await save(second!.name)).toMatchObject({ refusal: 'view-there' })
  expect(await renameView(edith, { id: second!.id, name: second!.name })).toMatchObject({ ok: true })
  expect(await save('Fresh')).toMatchObject({ ok: true })
  expect(await renameView(edith, { id: second!.id, name: 'Fresh' })).toMatchObject({ refusal: 'view-there' })
  expect(await renameView(edith, { id: randomUUID(), name: 'x' })).toMatchObject({ refusal: 'not-found' })
  expect(await renameView(edith, { id: 'x', name: 'x' })).toMatchObject({ refusal: 'form-broken' })
})

test('what a row says that is not known any more narrows nothing', async () => {
  const edith = await anActor('editor', 'Edith')
  await db.savedView.create({
    data: { id: randomUUID(), name: 'Old', view: 'gone', filters: { locale: 'xx' }, ownerId: edith.id },
  })
  expect(await savedViews(edith)).toMatchObject([{ name: 'Old', status: 'pending', filters: {} }])
})
