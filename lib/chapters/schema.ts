import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { mayBeShown } from '@/lib/kernel/shown-text'
import { isSlug, limits } from './rules'

const absent = (value: unknown) => (value === '' || value === null ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional())
const length = (text: string) => [...text].length

const line = (name: keyof typeof limits) =>
  z
    .string(`${name}-missing`)
    .transform((text) => text.normalize('NFC').trim())
    .refine(mayBeShown, 'characters')
    .refine((text) => length(text) <= limits[name], `${name}-long`)
const filledLine = (name: keyof typeof limits) => line(name).refine((text) => text !== '', `${name}-missing`)

const summary = z
  .string('summary-missing')
  .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
  .refine((text) => mayBeShown(text.replace(/[\t\n]/g, ' ')), 'characters')
  .refine((text) => length(text) <= limits.summary, 'summary-long')

const slug = z
  .string('slug-wrong')
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .refine(isSlug, 'slug-wrong')

const day = z.iso
  .date('date-wrong')
  .transform((text) => new Date(`${text}T00:00:00Z`))
  .refine((date) => date.getUTCFullYear() >= 1000, 'date-wrong')

const number = z
  .union([z.string(), z.number().transform(String)], 'number-wrong')
  .refine((text) => /^\d{1,6}(\.\d{1,3})?$/.test(text), 'number-wrong')

const locale = z.enum(locales, 'locale-wrong')
const id = z.uuid('form-broken')

const beginning = {
  locale,
  title: filledLine('title'),
  slug: optional(slug),
  translator: optional(filledLine('translator')),
}

export const newChapter = z.strictObject({
  ...beginning,
  series: z.union(
    [z.strictObject({ slug }), z.strictObject({ title: filledLine('title') })],
    'series-missing',
  ),
  number: optional(number),
  originalDate: optional(day),
  source: optional(filledLine('source')),
})

export const newEdition = z.strictObject({
  ...beginning,
  chapterId: id,
  translatedFromId: optional(id),
  /** What the series is called in this language, if it has no name in it yet. */
  seriesTitle: optional(filledLine('title')),
})

export const draft = z.strictObject({
  editionId: id,
  basedOn: id,
  title: filledLine('title'),
  summary,
  doc: z.unknown(),
  slug,
  tags: z.array(filledLine('tag'), 'form-broken').max(limits.tags, 'tags-many'),
  originalDate: optional(day),
  source: optional(filledLine('source')),
  translator: optional(filledLine('translator')),
})
export type Draft = z.output<typeof draft>

export const publication = z.strictObject({
  editionId: id,
  revisionId: id,
  at: optional(
    z
      .union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))], 'date-wrong')
      .refine((at) => at.getUTCFullYear() >= 1990 && at.getUTCFullYear() < 2200, 'date-wrong'),
  ),
})

export const withdrawal = z.strictObject({ editionId: id, forGood: z.boolean().default(false) })

export type Problems = Record<string, string>

/** Input that is not what a command takes: the first problem of each field. */
export const broken = (error: z.ZodError) =>
  ({
    ok: false,
    refusal: 'input-broken',
    problems: Object.fromEntries(
      error.issues.toReversed().map(({ path, message, code }) => {
        const known = code === 'unrecognized_keys' ? 'form-broken' : message
        return [String(path[0] ?? 'form'), known]
      }),
    ) as Problems,
  }) as const
