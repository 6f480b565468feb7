import { searchLimits, type Search } from './rules'

/** A search as a stranger's address asks for it: bounded, and in one form however it is written. */
export function readSearch(query: URLSearchParams): Search {
  const page = Number(/^\d+$/.exec(query.get('page') ?? '')?.[0] ?? 1)
  return {
    q: plain(query.get('q'), searchLimits.characters),
    series: plain(query.get('series'), 200) || undefined,
    tag: plain(query.get('tag'), 200) || undefined,
    page: Math.min(Math.max(page, 1), searchLimits.pages),
  }
}

function plain(text: string | null, characters: number): string {
  const clean = (text ?? '').slice(0, 4 * characters).normalize('NFC')
  const spaced = clean.replace(/[\p{Cc}\p{Cs}\p{Zs}\u2028\u2029]+/gu, ' ').trim()
  return [...spaced].slice(0, characters).join('').trim()
}
