import { z } from 'zod'
import { record } from '@/lib/audit/commands'
import { announce } from '@/lib/db/announce'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId } from '@/lib/kernel/ids'
import { anyList, chapterTag } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { filledName, typedCode, webAddressField } from '@/lib/kernel/text/typed-schema'
import { isBlank } from '@/lib/kernel/text/shown-text'
import { ensure, type Actor } from '@/lib/people/permissions'
import { broken } from '../schema'
import { rankingKinds } from '../rules'

const country = typedCode('country-wrong')
  // Before it is made large: by that ß would become the SS of South Sudan.
  .refine((value) => /^([A-Z]{2})?$/i.test(value), 'country-wrong')
  .transform((value) => value.toUpperCase() || undefined)

// Somewhere it is tomorrow already.
const notLater = (date: Date) => date.getTime() < Date.now() + 86_400_000
const day = z
  .union([z.date(), z.iso.date().transform((value) => new Date(`${value}T00:00:00Z`))], 'date-wrong')
  .refine((date) => date.getUTCFullYear() >= 1990 && notLater(date), 'date-wrong')

export const rankingInput = z
  .strictObject({
    chapterId: z.uuid('form-broken'),
    kind: z.enum(rankingKinds, 'choice-wrong'),
    subject: filledName('subject', { characters: 200 }),
    place: z
      .union(
        [
          z.number(),
          typedCode('place-wrong')
            .refine((text) => /^\d{1,7}$/.test(text), 'place-wrong')
            .transform(Number),
        ],
        'place-wrong',
      )
      .refine((place) => Number.isInteger(place) && place >= 1 && place <= 1_000_000, 'place-wrong'),
    country: country.optional(),
    service: filledName('service', { characters: 80 }),
    sourceUrl: webAddressField({ characters: 2_000 }),
    asOf: day,
  })
  .transform((input) =>
    input.kind === 'hashtag' ? { ...input, subject: input.subject.replace(/^[#＃]\s*/, '') } : input,
  )
  .refine(({ subject }) => !isBlank(subject), { path: ['subject'], message: 'subject-missing' })

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
    const { kind, place } = read.data
    await record(tx, actor, { kind: 'ranking-recorded', about: chapter.id, after: { kind, place } })
    await announce(tx, [chapterTag(chapter.id), anyList])
    return done(undefined)
  })
}

const which = z.strictObject({ chapterId: z.uuid(), id: z.uuid() })

/** Takes back what was recorded wrongly. */
export async function removeRanking(actor: Actor | undefined, input: unknown) {
  ensure(actor, 'publish chapters')
  const read = which.safeParse(input)
  if (!read.success) return broken(read.error)
  return inTransaction(async (tx) => {
    const { count } = await tx.rankingFact.deleteMany({ where: read.data })
    if (count === 0) return refuse('not-found')
    await record(tx, actor, { kind: 'ranking-removed', about: read.data.chapterId })
    await announce(tx, [chapterTag(read.data.chapterId), anyList])
    return done(undefined)
  })
}
