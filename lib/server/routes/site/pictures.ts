import { plain, unavailable } from '../../http/answers'
import { waiterOf } from '../../turns/waiter'
import { reads, route } from '../route'

/** Pictures of chapters, as they were made at upload. */
export const pictures = route({
  name: 'pictures',
  match: ({ rawPath }) => (rawPath.startsWith('/media/') ? { path: rawPath } : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  async answer(visit, { path }) {
    const { site, request, response } = visit
    const outcome = await site.pictures.send(request, response, path, {
      headers: site.headers.common,
      inTurn: (work) => site.lookups.run(waiterOf(visit), work),
    })
    if (outcome === 'missing') plain(visit, 404, 'There is no such picture.')
    if (outcome === 'busy') unavailable(visit)
  },
})
