import { sendPage } from '../../documents/pages'
import { reads, route } from '../route'

/** A reading page. It has no query. */
export const page = route({
  name: 'page',
  match: ({ locale, path }) => (locale ? { locale, path } : undefined),
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  answer: (visit, { path }) => sendPage(visit, path),
})
