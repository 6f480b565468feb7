import { uuidIn } from '@/lib/kernel/ids'
import type { Address } from '../../http/address'
import { sendPageWithForm, type FormWish } from '../../documents/form-pages'
import { reads, route } from '../route'

/** A page whose address says something about its form. */
export const pageWithForm = route({
  name: 'page-with-form',
  match: ({ locale, path, query }: Address) => {
    const wish = wishIn(query)
    return locale && wish ? { locale, path, wish } : undefined
  },
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer: (visit, { wish, ...page }) => sendPageWithForm(visit, page, wish),
})

function wishIn(query: URLSearchParams): FormWish | undefined {
  const received = query.get('posted')
  if (received) return { received }
  const replyTo = uuidIn(query.get('reply'))
  return replyTo ? { replyTo } : undefined
}
