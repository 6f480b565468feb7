import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { normalized } from '@/lib/kernel/text/normal-form'
import { webAddressesIn } from '@/lib/kernel/plain-text/web-addresses'
import {
  filledLine,
  filledName,
  optional,
  plainText,
  typedCode,
  webAddressField,
} from '@/lib/kernel/text/typed-schema'
import { capOf, mendName } from '@/lib/kernel/text/typed-text'
import { longestAddress, visibleAddress } from '@/lib/kernel/text/web-address'
import { isSlug, chapterLimits, webAddressIn } from './rules'

const line = (name: keyof typeof chapterLimits) => filledLine(name, { characters: chapterLimits[name] })
const name = (which: keyof typeof chapterLimits) => filledName(which, { characters: chapterLimits[which] })

const slug = z
  .string('slug-wrong')
  .refine((text) => text.length <= capOf({ characters: chapterLimits.slug }), 'slug-wrong')
  .transform((text) => normalized(mendName(text), 'NFC').toLowerCase())
  .refine(isSlug, 'slug-wrong')

const day = z.iso
  .date('date-wrong')
  .transform((text) => new Date(`${text}T00:00:00Z`))
  .refine((date) => date.getUTCFullYear() >= 1000, 'date-wrong')

const number = z
  .union([typedCode('number-wrong'), z.number().transform(String)], 'number-wrong')
  .refine((text) => /^\d{1,6}(\.\d{1,3})?$/.test(text), 'number-wrong')

/** Where the original stands: a sentence; or an address, which is kept as it was checked. */
export const source = z.unknown().transform((typed, context) => {
  const read = (isOneAddress(typed) ? address : line('source')).safeParse(typed)
  if (read.success) return read.data
  for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message })
  return z.NEVER
})
const address = webAddressField({ characters: longestAddress })

// What has an address and more, such as a full stop or a Japanese comma behind it, is a sentence.
function isOneAddress(typed: unknown) {
  if (typeof typed !== 'string' || typed.length > capOf({ characters: longestAddress })) return false
  const visible = visibleAddress(typed)
  if (!/^(?:https?:[/\\]|www\.)\S*$/i.test(visible)) return false
  return webAddressesIn(visible).length === 0 || webAddressIn(visible) !== undefined
}

const locale = z.enum(locales, 'locale-wrong')
const id = z.uuid('form-broken')

const beginning = {
  locale,
  title: line('title'),
  slug: optional(slug),
  translator: optional(name('translator')),
}

export const newChapter = z.strictObject({
  ...beginning,
  series: z.union([z.strictObject({ slug }), z.strictObject({ title: line('title') })], 'series-missing'),
  number: optional(number),
  originalDate: optional(day),
  source: optional(source),
})

export const newEdition = z.strictObject({
  ...beginning,
  chapterId: id,
  translatedFromId: optional(id),
  /** What the series is called in this language, if it has no name in it yet. */
  seriesTitle: optional(line('title')),
})

export const draft = z.strictObject({
  editionId: id,
  basedOn: id,
  title: line('title'),
  summary: plainText('summary', { characters: chapterLimits.summary }),
  doc: z.unknown(),
  slug,
  tags: z.array(name('tag'), 'form-broken').max(chapterLimits.tags, 'tags-many'),
  originalDate: optional(day),
  source: optional(source),
  translator: optional(name('translator')),
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

export type InputProblems = Record<string, string>

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
    ) as InputProblems,
  }) as const
