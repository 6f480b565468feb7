import { plain } from '../../http/answers'
import { reads, route } from '../route'

/** For whoever watches over the site: whether it can serve and write, and nothing more. */
export const health = route({
  name: 'health',
  match: ({ path }) => (path === '/api/health' ? true : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  async answer(visit) {
    const ok = await visit.site.health.ok()
    plain(visit, ok ? 200 : 503, ok ? 'ok' : 'unavailable')
  },
})
