import { negotiate } from '@/lib/i18n/locales'
import { sendPage } from '../../documents/pages'
import { reads, route } from '../route'

/** The front page, in the reader's language. */
export const root = route({
  name: 'root',
  match: ({ rawPath }) => (rawPath === '/' ? true : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer: (visit) =>
    sendPage(visit, `/${negotiate(visit.request.headers['accept-language'])}`, visit.site.headers.negotiated),
})
