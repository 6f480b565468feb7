import { mostReadPath, usualDays } from '@/lib/i18n/paths'
import type { Address } from '../../http/address'
import { redirect } from '../../http/answers'
import { reads, route } from '../route'

/** One page has one address: others that mean it lead there. */
export const moved = route({
  name: 'moved',
  match: (address) => {
    const to = canonical(address)
    return to === undefined ? undefined : { to }
  },
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer: (visit, { to }) => redirect(visit, 308, to),
})

function canonical({ path, rawPath, rawQuery, locale }: Address): string | undefined {
  if (path === '/favicon.ico') return '/favicon.svg'
  if (!locale) return undefined
  if (rawPath.endsWith('/') || rawPath.includes('//')) return path + (rawQuery ? `?${rawQuery}` : '')
  return path === `${mostReadPath(locale)}/${usualDays}` ? mostReadPath(locale) : undefined
}
