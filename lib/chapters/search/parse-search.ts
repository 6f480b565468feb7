import { normalized } from '@/lib/kernel/text/normal-form'
import { capOf, mendName } from '@/lib/kernel/text/typed-text'
import { searchLimits, type Search } from '../rules'

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
  const start = (text ?? '').slice(0, capOf({ characters }))
  const clean = normalized(mendName(start.replace(/[\u202d\u202e]/g, '')), 'NFC')
  const spaced = clean.replace(/\p{Zs}+/gu, ' ').trim()
  return [...spaced].slice(0, characters).join('').trim()
}
