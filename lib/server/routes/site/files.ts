import { plain, setCommonHeaders } from '../../http/answers'
import { reads, route } from '../route'

const paths = /^\/(_next\/static\/|assets\/|favicon\.)/

/** Files of the build and of `public/`. */
export const files = route({
  name: 'files',
  match: ({ rawPath }) => (paths.test(rawPath) ? { path: rawPath } : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  async answer(visit, { path }) {
    setCommonHeaders(visit)
    const sent = await visit.site.files.send(visit.request, visit.response, path)
    if (!sent) plain(visit, 404, 'There is no such file.')
  },
})
