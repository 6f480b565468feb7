import { isLocale } from '@/lib/i18n/locales'
import { languageChoice } from '@/lib/i18n/paths'
import type { Address } from '../../http/address'
import { Document, htmlType, sendDocument } from '../../documents/document'
import { cachingOf, openPage, sendOpened } from '../../documents/pages'
import { withLanguageChosen } from '../../documents/to-document'
import { reads, route } from '../route'

/** A page of a thread on which one language's comments were chosen already: on the page before it. */
export const threadInLanguage = route({
  name: 'thread-in-language',
  match: ({ locale, segments: [, room], path, query }: Address) => {
    const only = query.get(languageChoice)
    return locale && room === 'chapters' && isLocale(only) ? { path, only } : undefined
  },
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  async answer(visit, { path, only }) {
    const { site, request, response } = visit
    const opened = await openPage(visit, path)
    const html = opened.kind === 'page' ? withLanguageChosen(opened.document.html, only) : undefined
    // Where there is no such choice any more, it is the page as it is.
    if (opened.kind !== 'page' || html === undefined) return sendOpened(visit, path, opened)
    const headers = { ...site.headers.reading, ...cachingOf(site, opened.document) }
    return sendDocument(request, response, new Document(200, html, htmlType, 'once'), headers)
  },
})
