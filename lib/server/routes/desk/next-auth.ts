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
    const { request, response, limit } = visit
    const body = await readBody(request, response, limit)
    if (!body.ok) return plain(visit, statusOfBody[body.refusal], 'This cannot be read.')
    return askApplication(visit, withReadBody(request, body.value))
  },
})
