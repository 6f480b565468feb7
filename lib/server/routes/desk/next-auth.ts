import { plain } from '../../http/answers'
import { askApplication } from '../../http/ask-application'
import { strangersLimit } from '../../bodies/body-limit'
import { withReadBody } from '../../http/hand-over'
import { readBody, statusOfBody } from '../../bodies/request-body'
import { readsAndPosts, route } from '../route'

/** The addresses of next-auth, answered by Next (`app/api/auth`). */
export const nextAuth = route({
  name: 'next-auth',
  match: ({ path }) => (/^\/api\/auth\/./.test(path) ? true : undefined),
  methods: readsAndPosts,
  limit: strangersLimit,
  guard: 'our-pages',
  async answer(visit) {
    const { request, response, limit, address } = visit
    // It writes what it was asked with into an address, where Node refuses a sign of control, with a 500.
    if (/\p{Cc}/u.test([...address.query.values()].join('')))
      return plain(visit, 400, 'This address cannot be read.')
    const body = await readBody(request, response, limit)
    if (!body.ok) return plain(visit, statusOfBody[body.refusal], 'This cannot be read.')
    return askApplication(visit, withReadBody(request, body.value))
  },
})
