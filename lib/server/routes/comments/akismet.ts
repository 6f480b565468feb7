import { METHODS } from 'node:http'
import { akismetBodyLimit, answerAkismet } from '../../comments/akismet-webhook'
import { route } from '../route'

/** Akismet's webhook. It answers in JSON whatever is asked of it, and knows Akismet by our key. */
export const akismetWebhook = route({
  name: 'akismet',
  match: ({ path }) => (path === '/api/akismet' ? true : undefined),
  methods: METHODS,
  limit: akismetBodyLimit,
  guard: 'by-itself',
  answer: ({ site, request, response }) =>
    answerAkismet(request, response, { key: site.akismetKey, common: site.headers.common }),
})
