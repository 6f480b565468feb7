import { setCommonHeaders } from '../answers'
import { readsAndPosts, route } from './route'

/** The addresses of next-auth, answered by Next (`app/api/auth`). */
export const nextAuth = route({
  name: 'next-auth',
  match: ({ path }) => (/^\/api\/auth(\/|$)/.test(path) ? true : undefined),
  methods: readsAndPosts,
  limit: 64 * 1024,
  guard: 'our-pages',
  answer(visit) {
    setCommonHeaders(visit)
    visit.site.application(visit.request, visit.response)
  },
})
