import { z } from 'zod'
import { isLocale } from '@/lib/i18n/locales'
import { plain } from '../../http/answers'
import { newChallenge } from '../../comments/comment-response'
import { reads, route } from '../route'

/** `GET /api/captcha?chapter=…&locale=…`: a new calculation for a form. */
export const captcha = route({
  name: 'captcha',
  match: ({ path }) => (path === '/api/captcha' ? true : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer(visit) {
    const { site, response, address } = visit
    const chapterId = z.uuid().safeParse(address.query.get('chapter'))
    const locale = address.query.get('locale')
    if (!chapterId.success || !isLocale(locale)) return plain(visit, 400, 'Name a chapter and a language.')
    response.writeHead(200, {
      ...site.headers.common,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(JSON.stringify(newChallenge(chapterId.data.toLowerCase(), locale)))
  },
})
