import { plain, redirect, unavailable } from '../../http/answers'
import { Document } from '../../documents/document'
import { openPage, sendKept } from '../../documents/pages'
import { reads, route, type Visit } from '../route'

const paths = /^\/(feeds\/|sitemaps\/|sitemap\.xml$|robots\.txt$)/

/** What feed readers and search engines ask for. */
export const feeds = route({
  name: 'feeds',
  match: ({ path }) => (paths.test(path) ? { path } : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer: (visit, { path }) => sendOutlet(visit, path),
})

const nothing = new Document(404, 'There is nothing here.\n', 'text/plain; charset=utf-8')

async function sendOutlet(visit: Visit, path: string) {
  const found = await openPage(visit, path)
  const { reading } = visit.site.headers
  if (found.kind === 'page') return sendKept(visit, path, found.document, reading)
  if (found.kind === 'moved') return redirect(visit, found.status, found.to)
  if (found.kind === 'missing') return sendKept(visit, path, nothing, reading)
  return found.kind === 'gone' ? plain(visit, 410, 'This chapter is gone for good.') : unavailable(visit)
}
