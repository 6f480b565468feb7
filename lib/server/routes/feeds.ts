import { plain, redirect, unavailable } from '../answers'
import { movedTo, sendKept } from '../pages'
import { reads, route, type Visit } from './route'

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

async function sendOutlet(visit: Visit, path: string) {
  const { site } = visit
  const document = await site.door.get(path)
  if (document.status >= 500) return unavailable(visit)
  const ofChapter = document.status === 404 && /^\/feeds(\/[^/]+\/chapters\/[^/]+)(\/[^/]+)$/.exec(path)
  const moved = ofChapter ? await movedTo(site, ofChapter[1]!) : undefined
  if (ofChapter && moved?.document.status === 200)
    return redirect(visit, 301, `/feeds${moved.path}${ofChapter[2]}`)
  const chapter = ofChapter ? (moved?.document ?? (await site.door.get(ofChapter[1]!))) : undefined
  if (chapter?.status === 410) return plain(visit, 410, 'This chapter is gone for good.')
  return sendKept(visit, path, document, site.headers.reading)
}
