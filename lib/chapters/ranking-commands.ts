import { z } from 'zod'
import { announce } from '@/lib/db/announce'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId } from '@/lib/kernel/ids'
import { anyList, chapterTag } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { webAddress } from './document/web-address'
import { broken } from './schema'

const text = (characters: number) =>
  z
    .string('form-broken')
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value !== '' && [...value].length <= characters, 'form-broken')
    .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), 'characters')

const rankingInput = z.strictObject({
  chapterId: z.uuid(),
  kind: z.enum(['hashtag', 'search']),
  subject: text(200).transform((value) => value.replace(/^[#＃]/, '')),
  place: z.number().int().min(1).max(1_000_000),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  service: text(80),
  sourceUrl: z
    .string()
    .max(2_000)
    .refine((value) => /^https?:/.test(webAddress(value) ?? ''), 'url-wrong'),
  asOf: z.date(),
})

/** Records that a chapter took a place in somebody's ranking, where that can be read, and as of when. */
export async function recordRanking(actor: Actor | undefined, input: unknown) {
  ensure(actor, 'publish chapters')
  const read = rankingInput.safeParse(input)
  if (!read.success) return broken(read.error)
  return inTransaction(async (tx) => {
    const chapter = await tx.chapter.findUnique({ where: { id: read.data.chapterId }, select: { id: true } })
    if (!chapter) return refuse('not-found')
    const { count } = await tx.rankingFact.createMany({
      data: { id: newId(), ...read.data },
      skipDuplicates: true,
    })
    if (count === 0) return refuse('already-recorded')
    await announce(tx, [chapterTag(chapter.id), anyList])
    return done(undefined)
  })
}
