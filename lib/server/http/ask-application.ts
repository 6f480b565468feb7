import type { IncomingMessage } from 'node:http'
import { defaultLocale } from '@/lib/i18n/locales'
import { sendAway, sendBusy } from '../documents/pages'
import type { Visit } from '../routes/route'
import { setCommonHeaders, unavailable } from './answers'

/** Lets Next answer a request, where the desk is made (`desk/`). */
export async function askApplication(visit: Visit, request: IncomingMessage) {
  setCommonHeaders(visit)
  const outcome = await visit.site.desk(visit, request)
  if (outcome === 'answered') return
  // A person who opened a page reads so in a page; a script gets the sentence.
  const { headers } = request
  const isPage = headers['sec-fetch-mode'] === 'navigate' || headers.accept?.includes('text/html')
  if (!isPage) return unavailable(visit)
  if (outcome === 'busy') return sendBusy(visit, defaultLocale)
  await sendAway(visit, defaultLocale)
}
