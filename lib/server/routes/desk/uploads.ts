import { pictureLimits } from '@/lib/pictures/rules'
import { askApplication } from '../../http/ask-application'
import { strangersLimit } from '../../bodies/body-limit'
import { withReadBody } from '../../http/hand-over'
import { readBody } from '../../bodies/request-body'
import { readsAndPosts, route, type Visit } from '../route'

/** A picture on its way from the editor, answered by Next (`app/api/pictures`). */
export const uploads = route({
  name: 'uploads',
  match: ({ path }) => (path === '/api/pictures' ? true : undefined),
  methods: readsAndPosts,
  limit: strangersLimit,
  sessionLimit: pictureLimits.bytes,
  guard: 'our-pages',
  async answer(visit) {
    const { request, response, limit } = visit
    const body = await readBody(request, response, limit, 'none needed')
    if (!body.ok) return refuse(visit, limit === strangersLimit ? 'not-signed-in' : 'picture-large')
    return askApplication(visit, withReadBody(request, body.value))
  },
})

// In the form in which the route behind answers.
function refuse({ site, response }: Visit, refusal: string) {
  const text = JSON.stringify({ ok: false, refusal })
  response.writeHead(413, {
    ...site.headers.common,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': text.length,
  })
  response.end(text)
}
