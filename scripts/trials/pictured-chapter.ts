import sharp from 'sharp'
import { publish } from '@/lib/chapters/publishing/commands'
import { createChapter } from '@/lib/chapters/writing/create-commands'
import { saveDraft } from '@/lib/chapters/writing/draft-commands'
import { connect, db, disconnect } from '@/lib/db/client'
import type { StaffActor } from '@/lib/people/permissions'
import { keepPicture } from '@/lib/pictures/commands'
import type { Result } from '@/lib/kernel/result'

/** Publishes a chapter whose first picture is seen at once, with two more below; answers its path. */
export async function aPicturedChapter(databaseUrl: string): Promise<string> {
  connect(databaseUrl, { max: 2 })
  try {
    const { id, name } = await db.person.findFirstOrThrow({ where: { role: 'admin' } })
    const admin: StaffActor = { role: 'admin', id, name }
    const { slug: series } = await db.series.findFirstOrThrow()
    const title = 'What the camera saw'
    const { editionId, revisionId } = sure(
      await createChapter(admin, { locale: 'en', title, series: { slug: series } }),
    )
    const { slug } = await db.edition.findUniqueOrThrow({ where: { id: editionId } })
    const doc = { type: 'doc', content: await written(admin) }
    const saved = sure(
      await saveDraft(admin, {
        editionId,
        basedOn: revisionId,
        title,
        summary: 'In pictures.',
        slug,
        doc,
        tags: [],
      }),
    )
    sure(await publish(admin, { editionId, revisionId: saved.revisionId }))
    return `/en/chapters/${slug}`
  } finally {
    await disconnect()
  }
}

async function written(admin: StaffActor) {
  const content: object[] = []
  for (const [place, alt] of [
    'The tower at dusk.',
    'Rain on the panes.',
    'The stairs from above.',
  ].entries()) {
    const { hash, width, height, plain } = sure(await keepPicture(admin, await aPhotograph(place)))
    content.push({
      type: 'figure',
      attrs: { hash, width, height, plain, alt, decorative: false },
      content: [{ type: 'text', text: alt }],
    })
    for (let paragraph = 0; paragraph < 4; paragraph++)
      content.push({ type: 'paragraph', content: [{ type: 'text', text: sentence.repeat(4) }] })
  }
  return content
}

const sentence =
  'The glass had fallen all day, and the gulls had gone inland before noon, as they do before a gale. '

// Blurred noise: it costs a coder about what a photograph of the same size does.
const aPhotograph = (place: number) =>
  sharp({
    create: {
      width: 1_600,
      height: 1_000,
      channels: 3,
      background: 'gray',
      noise: { type: 'gaussian', mean: 110 + 20 * place, sigma: 60 },
    },
  })
    .blur(6)
    .jpeg({ quality: 88 })
    .toBuffer()

function sure<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}
