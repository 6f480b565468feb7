import { keyPath } from '@/lib/syndication/index-now'
import { plain } from '../../http/answers'
import { sendNothing } from '../../documents/pages'
import { reads, route } from '../route'

/** The key by which search engines know the site. */
export const indexNowKeyFile = route({
  name: 'index-now',
  match: ({ rawPath }) => (/^\/[^/]+\.txt$/.test(rawPath) ? { path: rawPath } : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer(visit, { path }) {
    const { indexNowKey: key } = visit.site
    return key && path === keyPath(key) ? plain(visit, 200, key) : sendNothing(visit)
  },
})
