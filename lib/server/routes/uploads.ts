import { pictureLimits } from '@/lib/pictures/rules'
import { setCommonHeaders } from '../answers'
import { readsAndPosts, route } from './route'

/** A picture on its way from the editor, answered by Next (`app/api/pictures`). */
export const uploads = route({
  name: 'uploads',
  match: ({ path }) => (/^\/api\/pictures(\/|$)/.test(path) ? true : undefined),
  methods: readsAndPosts,
  limit: pictureLimits.bytes,
  guard: 'our-pages',
  answer(visit) {
    setCommonHeaders(visit)
    visit.site.application(visit.request, visit.response)
  },
})
