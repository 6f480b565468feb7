import { plain } from '../answers'
import { reads, route } from './route'

/** Pictures of chapters, as they were made at upload. */
export const pictures = route({
  name: 'pictures',
  match: ({ rawPath }) => (rawPath.startsWith('/media/') ? { path: rawPath } : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  async answer(visit, { path }) {
    const { site, request, response } = visit
    const sent = await site.pictures.send(request, response, path, site.headers.common)
    if (!sent) plain(visit, 404, 'There is no such picture.')
  },
})
