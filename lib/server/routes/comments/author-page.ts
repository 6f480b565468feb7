import { METHODS } from 'node:http'
import { unavailable } from '../../http/answers'
import { answerAuthorPage, authorBodyLimit } from '../../comments/author-comment'
import { emptyPage, opened } from '../../documents/pages'
import { waiterOf } from '../../turns/waiter'
import { route } from '../route'

/** A comment of one's own, by its secret link, which is also the proof of where a form came from. */
export const authorComment = route({
  name: 'own-comment',
  match: ({ locale, segments: [, room, token, ...more] }) =>
    locale && room === 'comments' && token && more.length === 0 ? { locale, token } : undefined,
  // It refuses other methods itself, with a page.
  methods: METHODS,
  limit: authorBodyLimit,
  guard: 'by-itself',
  async answer(visit, asked) {
    const { site, request, response } = visit
    const shell = await opened(site, emptyPage(asked.locale), waiterOf(visit))
    if (shell.status >= 500) return unavailable(visit)
    await answerAuthorPage(request, response, asked, {
      common: site.headers.common,
      ourOrigin: site.siteUrl,
      shell: shell.html,
      render: site.renderAuthorPage,
      waiter: waiterOf(visit),
      unavailable: () => unavailable(visit),
    })
  },
})
