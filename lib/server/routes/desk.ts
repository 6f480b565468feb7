import { actionBodyLimit, readableCall } from '../action-body'
import { plain, setCommonHeaders } from '../answers'
import { readsAndPosts, route } from './route'

const paths = /^\/(desk|sign-in|welcome)(\/|$)/

/** Pages of the staff, rendered by Next for each request; what their forms send are calls of Server Actions. */
export const desk = route({
  name: 'desk',
  match: ({ path }) => (paths.test(path) ? true : undefined),
  methods: readsAndPosts,
  limit: actionBodyLimit,
  guard: 'our-pages',
  async answer(visit) {
    const { site, request, response } = visit
    setCommonHeaders(visit)
    if (request.method !== 'POST') return site.application(request, response)
    const call = await readableCall(request, response)
    if (call === 'too-large') return plain(visit, 413, 'That is more than the site can take.')
    return call ? site.application(call, response) : plain(visit, 400, 'This request cannot be read.')
  },
})
