import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anActor, anEdition } from '@/lib/db/testing/factories'
import { keepPicture } from '@/lib/pictures/commands'
import { aPhoto } from '@/lib/pictures/testing/a-photo'
import { saveDraft } from './draft-commands'
import { publish } from '../publishing/commands'

async function aStoredPicture() {
  const kept = await keepPicture(await anActor('admin'), await aPhoto())
  if (!kept.ok) throw new Error(kept.refusal)
  return kept.value
}

/** An edition whose newest revision shows this figure. */
async function withFigure(attrs: object) {
  const [admin, edition] = [await anActor('admin'), await anEdition({ published: false, locale: 'ar' })]
  const saved = await saveDraft(admin, {
    editionId: edition.editionId,
    basedOn: edition.revisionId,
    title: 'A lamp',
    summary: '',
    slug: edition.slug,
    tags: [],
    doc: {
      type: 'doc',
      content: [
        { type: 'figure', attrs, content: [{ type: 'text', text: 'Lit' }] },
        { type: 'paragraph', content: [{ type: 'footnote', attrs: { text: 'Noted' } }] },
      ],
    },
  })
  return { admin, edition, saved }
}

test('a chapter shows pictures that are kept here, and is published when each says what it shows', async () => {
  const picture = await aStoredPicture()
  const { admin, edition, saved } = await withFigure({ ...picture, alt: '' })
  if (!saved.ok) throw new Error(saved.refusal)
  const { revisionId } = saved.value
  const silent = await publish(admin, { editionId: edition.editionId, revisionId })
  expect(silent).toEqual({ ok: false, refusal: 'alt-missing' })
  for (const attrs of [{ alt: 'A lamp on a stair' }, { decorative: true }]) {
    const speaking = await withFigure({ ...picture, ...attrs })
    if (!speaking.saved.ok) throw new Error(speaking.saved.refusal)
    const { editionId } = speaking.edition
    const shown = await publish(admin, { editionId, revisionId: speaking.saved.value.revisionId })
    expect(shown.ok).toBe(true)
  }
  const { html, text } = await db.revision.findUniqueOrThrow({ where: { id: revisionId } })
  expect(html).toContain(`<img src="/media/${picture.hash}-640.jpg"`)
  expect(html, 'notes speak the language of the edition').toContain('aria-label="الحواشي"')
  expect(text).toBe('Lit\n\nNoted')
})

test('a picture that is not kept here, or is not as large as it says, is refused', async () => {
  const picture = await aStoredPicture()
  for (const attrs of [{ hash: 'f'.repeat(32) }, { width: 9_999 }, { height: 1 }, { plain: 'png' }]) {
    const { saved } = await withFigure({ ...picture, ...attrs })
    expect(saved).toEqual({ ok: false, refusal: 'picture-missing' })
  }
})
