import { cookies, headers } from 'next/headers'
import type { Metadata } from 'next'
import type { Language } from '@/components/ui/language'
import { deskWords } from '@/lib/i18n/desk-words'
import { dayAt } from '@/lib/i18n/time/local-time'
import { isLocale, negotiate, type Locale } from '@/lib/i18n/locales'
import type { StaffActor } from '@/lib/people/permissions'
import { currentActor } from '@/lib/people/sessions/current-actor'
import { languageCookieName } from '@/lib/people/sessions/session-cookie-name'

/** In which language and by which clocks the desk speaks to whoever makes this request. */
async function languageOf(actor: StaffActor | undefined): Promise<Language> {
  const zone = actor?.zone ?? undefined
  const locale = isLocale(actor?.locale) ? actor.locale : await visitorsLocale()
  return { locale, zone, day: dayAt(zone, new Date()) }
}

/** The same for the pages in front of the desk, and where nobody is known because the database is away. */
export async function languageHere(): Promise<Language> {
  return languageOf(await currentActor().catch(() => undefined))
}

/** The language that was chosen in front of the desk, as the browser brings it along. */
export const chosenLocale = async () => (await cookies()).get(languageCookieName)?.value

async function visitorsLocale(): Promise<Locale> {
  const chosen = await chosenLocale()
  return isLocale(chosen) ? chosen : negotiate((await headers()).get('accept-language') ?? undefined)
}

/** The words of the desk for whoever makes this request, and their language. */
export async function speakingTo(actor: StaffActor) {
  const { locale } = await languageOf(actor)
  return { locale, words: deskWords(locale) }
}

/** The same on the pages in front of the desk. */
export async function speakingHere() {
  const { locale } = await languageHere()
  return { locale, words: deskWords(locale) }
}

/** The title of a page of the desk. */
export async function titled(
  actor: StaffActor,
  title: (words: ReturnType<typeof deskWords>) => string,
): Promise<Metadata> {
  return { title: title((await speakingTo(actor)).words) }
}

/** The server's clock, for what a page is a picture of: milliseconds since 1970. Asked before anything is read. */
export const requestTime = () => Date.now()
