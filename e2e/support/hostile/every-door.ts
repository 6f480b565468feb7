import { randomUUID } from 'node:crypto'
import { addressOf, filledForm, openNewestChapter, send } from '@/e2e/rig/reader'
import { signedIn } from '@/e2e/rig/signed-in'
import { aPersonsTime } from '../comment'
import { deskLimits, formDoor, type Door } from './door'
import { actionDoors } from './every-action'
import { fillings, json, multipart, parts, urlencoded, type Encoding, type Fields } from './fillings'
import { admin, type Site } from '../site'

export const akismetKey = 'abcdef123456'
const kilobyte = 1024

/** Every door that takes something from strangers, and every action of the desk. `folder`: where the build is. */
export async function everyDoor(site: Site, folder: string): Promise<{ doors: Door[]; page: string }> {
  const open = await openNewestChapter(site.url)
  const form = await filledForm(open, 'An honest comment.')
  const second = await filledForm(open, 'Another honest comment.')
  const cookie = await signedIn(site.url, admin)
  await aPersonsTime()
  const { body } = await send(open, form)
  const own = /\/en\/comments\/[\w-]{44}/.exec(body)?.[0]
  if (!own) throw new Error(`No comment of one's own: ${body.slice(0, 300)}`)
  const page = site.url + open.action.replace('/comments', '')
  return {
    page,
    doors: [
      ...reported(open.action, open.chapter, second),
      ...commentDoors(open.action, { ...second, follow: 'yes', work: '1', remember: 'yes' }),
      ...ownCommentDoors(own),
      ...otherDoors(cookie),
      ...addressDoors(open.chapter, page.slice(site.url.length)),
      ...(await actionDoors(site, { cookie, folder })),
    ],
  }
}

const asPage = { accept: 'text/html' }
const asScript = { accept: 'application/json' }

function commentDoors(path: string, fields: Fields): Door[] {
  const limit = 700 * kilobyte
  const texts = ['comment', 'author', 'email', 'url']
  return [
    formDoor('comment, JSON', path, { encoding: json, fields, limit, headers: asScript }),
    formDoor('comment, urlencoded', path, { encoding: urlencoded, fields, limit, headers: asPage }),
    formDoor('comment, multipart', path, { encoding: multipart, fields, limit, headers: asPage }),
    formDoor('comment, JSON, 65,000 characters', path, {
      encoding: json,
      fields,
      limit,
      headers: asScript,
      characters: 65_000,
      only: texts,
    }),
  ]
}

/** The values by which the site was stopped once. */
function reported(path: string, chapter: string, form: Fields): Door[] {
  const post = (fields: Fields, headers: Record<string, string>) => () => ({
    path,
    method: 'POST',
    body: json.write(fields),
    headers: { 'content-type': 'application/json', ...asScript, ...headers },
  })
  const blanks = `a${' '.repeat(65_000)}b`
  const described = ['$ACTION_1:0', '$ACTION_1:1'].map((name) => ({ name, text: '' }))
  const refs = Array.from({ length: 16_000 }, () => ({ name: '$ACTION_REF_1', text: '' }))
  return [
    {
      name: '65,000 blanks in a comment, no Origin',
      own: true,
      fields: { comment: post({ chapter, comment: blanks }, { origin: '' }) },
    },
    {
      name: '65,000 blanks in a comment',
      own: true,
      fields: { comment: post({ ...form, comment: blanks }, {}) },
    },
    {
      name: '50,000 pairs of marks in a name',
      own: true,
      fields: { author: post({ ...form, author: `a${fillings.marks.repeat(50_000)}` }, {}) },
    },
    {
      name: '16,000 parts $ACTION_REF_1',
      own: true,
      fields: {
        parts: () => ({
          path: '/sign-in',
          method: 'POST',
          body: parts([...refs, ...described]),
          headers: { 'content-type': multipart.type },
        }),
      },
    },
  ]
}

function ownCommentDoors(path: string): Door[] {
  const fields = { intent: 'change', comment: 'Changed.', sure: 'yes', 'List-Unsubscribe': '' }
  const limit = 256 * kilobyte
  return [json, urlencoded, multipart].map((encoding) =>
    formDoor(`own comment, ${encoding.type.split(';')[0]!.split('/')[1]}`, path, { encoding, fields, limit }),
  )
}

function otherDoors(cookie: string): Door[] {
  const limit = deskLimits.stranger
  const verdict: Encoding = {
    ...json,
    write: ({ key, guid, result }) => JSON.stringify({ key, comments: [{ guid, result }] }),
  }
  const whole: Encoding = {
    type: 'application/octet-stream',
    write: ({ body }) => body!,
    written: (text) => text,
  }
  const credentials = { email: admin.email, password: 'x', csrfToken: 'x', callbackUrl: '/desk' }
  const auth = ['callback/credentials', 'signin/credentials', 'callback/oidc', 'begin', 'signout'].flatMap(
    (last) =>
      [json, urlencoded].map((encoding) =>
        formDoor(`api/auth/${last}, ${encoding === json ? 'JSON' : 'urlencoded'}`, `/api/auth/${last}`, {
          encoding,
          fields: credentials,
          limit,
        }),
      ),
  )
  return [
    formDoor('api/akismet', '/api/akismet', {
      encoding: verdict,
      fields: { key: akismetKey, guid: 'x', result: 'true' },
      limit: 1024 * kilobyte,
    }),
    formDoor('api/read', '/api/read', { encoding: whole, fields: { body: '' }, limit: 100 }),
    formDoor('api/pictures, stranger', '/api/pictures', { encoding: whole, fields: { body: '' }, limit }),
    formDoor('api/pictures, staff', '/api/pictures', {
      encoding: whole,
      fields: { body: '' },
      limit: 12_000_000,
      headers: { cookie },
    }),
    ...auth,
  ]
}

/** Doors that read nothing but their address, of which 4,096 characters are read. */
function addressDoors(chapter: string, page: string): Door[] {
  const at =
    (before: string, after = '') =>
    (unit: string) => {
      const piece = encodeURIComponent(unit)
      return { path: `${before}a${piece.repeat(Math.floor(3_900 / piece.length))}b${after}` }
    }
  const paths = {
    chapters: '/en/chapters/', tags: '/en/tags/', series: '/en/series/', translators: '/en/translators/',
    archive: '/en/archive/', 'most-read': '/en/most-read/', page: '/en/page/', rankings: '/en/rankings/',
    comments: '/en/comments/', language: '/', feeds: '/feeds/', sitemaps: '/sitemaps/', pictures: '/pictures/',
    assets: '/assets/', welcome: '/welcome/', desk: '/desk/', auth: '/api/auth/',
  } // prettier-ignore
  const search = ['q', 'series', 'tag', 'page', 'language']
  const captcha = {
    chapter: at('/api/captcha?locale=en&chapter='),
    locale: at(`/api/captcha?chapter=${chapter}&locale=`),
  }
  return [
    { name: 'api/captcha', fields: captcha },
    {
      name: 'search',
      fields: Object.fromEntries(
        search.map((name) => [name, at(`/en/search?${name === 'q' ? '' : 'q=lamp&'}${name}=`)]),
      ),
    },
    { name: 'a page’s question', fields: { posted: at(`${page}?posted=`), reply: at(`${page}?reply=`) } },
    {
      name: 'paths',
      fields: Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, at(path)])),
    },
  ]
}

/** Each request comes from another network, so that no limit of anybody's answers before the door does. */
export const headersOf = (origin: string) => ({ origin, 'x-forwarded-for': addressOf(randomUUID()) })
