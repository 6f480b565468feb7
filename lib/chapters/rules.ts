// Limits are counted in characters as people count them.
export const limits = {
  title: 300,
  summary: 2_000,
  slug: 100,
  tag: 80,
  tags: 30,
  source: 500,
  translator: 200,
}

export const editionStates = ['draft', 'scheduled', 'published', 'withdrawn'] as const
export type EditionState = (typeof editionStates)[number]

/** The last part of a page's address: letters and digits of any script, joined by hyphens. */
export const isSlug = (text: string) =>
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u.test(text) &&
  [...text].length <= limits.slug

/** A slug for a title; `undefined` when the title holds no letter and no digit. */
export function slugOf(title: string): string | undefined {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ\ufe00-\ufe0f]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+\p{M}*/gu, '-')
    .normalize('NFC')
  const short = [...words]
    .slice(0, 80)
    .join('')
    .replace(/^[-\p{M}]+|-+$/gu, '')
  return isSlug(short) ? short : undefined
}

/** Rain, rain-2, rain-3 … */
export const numbered = (slug: string, attempt: number) => (attempt === 1 ? slug : `${slug}-${attempt}`)

/** The page of an edition as `redirect` keeps it: readable letters, not percent signs. */
export const chapterPath = (locale: string, slug: string) => `/${locale}/chapters/${slug}`
