import { setTimeout as pause } from 'node:timers/promises'
import { XMLParser } from 'fast-xml-parser'
import { isolates, isTag, linesOf, linksOf, tagsIn, textOf, wholeText, type Piece } from './pieces'

/** What matters to a reader of what an address answers; the site's own origin is left out. */
export interface View {
  status: number
  /** Where it leads. */
  to?: string
  title?: string
  /** What stands on the page beside its comments: the words, line by line, and where they lead. */
  lines?: string[]
  links?: string[]
  comments?: SeenComment[]
  /** What a feed tells of, or the addresses of a sitemap. */
  entries?: (object | string)[]
}

export interface SeenComment {
  level: number
  name: string
  website?: string
  at: string
  text: string[]
  links: string[]
}

/** What is seen at an address. */
export async function viewOf(url: string, path: string): Promise<View> {
  const answer = await patiently(url + path)
  const body = (await answer.text()).replaceAll(url, '').replace(isolates, '')
  const to = answer.headers.get('location')?.replace(url, '')
  if (to) return { status: answer.status, to }
  const type = answer.headers.get('content-type') ?? ''
  if (type.includes('html')) return { status: answer.status, ...pageIn(body) }
  if (type.includes('json'))
    return { status: answer.status, entries: (JSON.parse(body) as { items: object[] }).items.map(itemIn) }
  if (type.includes('xml')) return { status: answer.status, entries: entriesIn(body) }
  return { status: answer.status, lines: body.split('\n') }
}

/** Asks for an address; where a slow machine has too much to do, again when the answer says, some times. */
export async function patiently(
  address: string,
  headers: Record<string, string> = {},
  times = 20,
): Promise<Response> {
  const answer = await fetch(address, { redirect: 'manual', headers: { accept: '*/*', ...headers } })
  if (answer.status !== 503 || times === 0) return answer
  await answer.body?.cancel()
  await pause(Number(answer.headers.get('retry-after') ?? 1) * 1_000)
  return patiently(address, headers, times - 1)
}

const shared = {
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  htmlEntities: true,
} as const
const htmlParser = new XMLParser({
  ...shared,
  allowBooleanAttributes: true,
  stopNodes: ['*.script', '*.style', '*.noscript'],
  unpairedTags: ['meta', 'link', 'br', 'hr', 'img', 'input', 'source', 'wbr'],
})

/** All words of a page's middle, line by line. */
export const linesOfPage = (html: string) => pageIn(html).lines ?? []

function pageIn(html: string): Omit<View, 'status'> {
  const all = htmlParser.parse(html) as Piece[]
  const [title] = tagsIn(all, ({ tag }) => tag === 'title')
  const [main] = tagsIn(all, ({ tag }) => tag === 'main')
  const [thread] = tagsIn(all, ({ id }) => id === 'comments')
  const beside = (one: { id?: string }) => one.id === 'comments' || one.id === 'respond'
  return {
    title: title && textOf(title),
    lines: main && linesOf(main, beside),
    links: main && linksOf(main, beside),
    ...(thread && { comments: commentsIn(thread) }),
  }
}

/** The comments of a thread as they stand there, and what stands in the place of one: by what holds them. */
function commentsIn(thread: Piece, level = 0): SeenComment[] {
  return tagsIn([thread], ({ tag }) => tag === 'li').flatMap((item) => {
    const [below] = tagsIn([item], ({ tag }) => tag === 'details')
    const own = tagsIn([item], ({ tag, kind }) => tag === 'article' || kind === 'removed')
    const [shown] = own
    const seen = shown && isTag(shown, 'article') ? commentIn(shown, level) : shown && removedIn(shown, level)
    return [...(seen ? [seen] : []), ...(below ? commentsIn(below, level + 1) : [])]
  })
}

const removedIn = (place: Piece, level: number): SeenComment => ({
  level,
  name: '',
  at: '',
  text: linesOf(place),
  links: linksOf(place),
})

function commentIn(article: Piece, level: number): SeenComment {
  const first = (name: string, of = article) => tagsIn([of], ({ tag }) => tag === name)[0]
  const header = first('header')!
  const author = tagsIn([header], ({ tag }) => tag === 'b')[0]!
  const [words] = tagsIn([article], ({ kind }) => kind === 'words')
  const [website] = linksOf(author)
  return {
    level,
    name: textOf(author),
    ...(website && { website }),
    at: first('time', header)![':@']?.['@_dateTime'] ?? '',
    text: linesOf(words!),
    links: linksOf(words!),
  }
}

const xmlParser = new XMLParser({ ...shared, htmlEntities: false })

function entriesIn(xml: string): (object | string)[] {
  const all = xmlParser.parse(xml) as Piece[]
  const addresses = tagsIn(all, ({ tag }) => tag === 'loc').map(textOf)
  if (addresses.length > 0) return addresses
  return tagsIn(all, ({ tag }) => tag === 'item' || tag === 'entry').map((entry) =>
    Object.fromEntries(
      facts.flatMap((name): [string, unknown][] => {
        const [fact] = tagsIn([entry], ({ tag }) => tag === name)
        if (!fact) return []
        if (markup.has(name)) return [[name, wordsOf(wholeText(fact))]]
        return [[name, fact[':@']?.['@_href'] ?? textOf(fact)]]
      }),
    ),
  )
}

const itemIn = ({ content_html: content, ...item }: { content_html?: string }) => ({
  ...item,
  ...(content !== undefined && { content_html: wordsOf(content) }),
})

/** What a reader of a feed makes of the markup that it carries. */
const wordsOf = (html: string) => {
  const piece = { div: htmlParser.parse(html) as Piece[] }
  return { lines: linesOf(piece), links: linksOf(piece) }
}
const markup = new Set(['content', 'content:encoded'])

const facts = [
  ...['title', 'link', 'id', 'guid', 'published', 'pubDate'],
  ...['summary', 'description', 'content', 'content:encoded', 'name', 'dc:creator'],
]
