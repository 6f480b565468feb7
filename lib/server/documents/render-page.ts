import type { RequestListener } from 'node:http'
import inject from 'light-my-request'
import { locales, type Locale } from '@/lib/i18n/locales'
import { gatherNotes } from '@/lib/kernel/page-tags'
import type { Document } from './document'
import type { RenderedPage } from './rendered-page'
import { emptyPage, gonePage } from './pages'
import { withPageBody } from './page-shell'

/** The own part of a page that is made without Next. An empty body: there is no such page. */
export interface DirectPage {
  status: number
  head?: string
  body: string
}

interface Renderer {
  application: RequestListener
  /** How to make the page at this path without Next, if it can be. */
  directPage: (path: string) => { locale: Locale; make: () => Promise<DirectPage> } | undefined
  /** A page of this language whose frame is that of all its pages. */
  frameOf: (locale: Locale) => Document | Promise<Document>
}

/** Makes the page at one of the door's paths, and tells what it is made of. */
export const pageRenderer =
  (renderer: Renderer) =>
  async (path: string): Promise<RenderedPage> => {
    const own = renderer.directPage(path)
    const [page, noted] = await gatherNotes(() =>
      own ? made(own.make, () => renderer.frameOf(own.locale)) : askNext(renderer.application, path),
    )
    return { ...noted, ...page }
  }

async function made(
  make: () => Promise<DirectPage>,
  frame: () => Document | Promise<Document>,
): Promise<RenderedPage> {
  const { status, ...page } = await make()
  if (!page.body) return { status, html: '' }
  const { html } = await frame()
  return html ? { status, html: withPageBody(html, page) } : { status: 503, html: '' }
}

/** Next's page, asked for without a socket. */
async function askNext(application: RequestListener, path: string): Promise<RenderedPage> {
  const standing = standingPages.get(path)
  const url = standing?.room ?? path
  const { statusCode, headers, payload } = await inject(application as Parameters<typeof inject>[0], {
    method: 'GET',
    url,
    // Without a name of a browser: `htmlLimitedBots` in next.config.js is for the desk, and inject would give it one.
    headers: { host: 'localhost', 'user-agent': '' },
  })
  const page = { status: statusCode, html: payload, type: String(headers['content-type'] ?? '') }
  return standing && page.status === 200 ? { ...page, ...standing.says } : page
}

// Next answers notFound() with an empty page for its scripts to fill; ours have their words in them.
const standingPages = new Map(
  locales.flatMap((locale) => [
    [emptyPage(locale), standing(`/${locale}/missing`, 404)],
    [gonePage(locale), standing(`/${locale}/gone`, 410)],
  ]),
)

/** A page made of words alone: no change but one of everything touches it. */
function standing(room: string, status: number) {
  return { room, says: { status, lasting: true, tags: new Set(['words']) } }
}
