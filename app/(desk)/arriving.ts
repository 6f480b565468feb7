import { redirect } from 'next/navigation'
import { noteBrowser } from '@/lib/people/accounts/own-commands'
import { startSession } from '@/lib/people/sessions/current-actor'
import { giveTicket } from '@/lib/people/sessions/ticket-cookies'
import type { SignedIn } from '@/lib/people/sign-in/sign-in'
import { chosenLocale } from './speaking'

/** Lets somebody into the desk who has shown who they are, by a form that also says where their browser is. */
export async function arrive(person: SignedIn, form: FormData): Promise<never> {
  await noteBrowser(person.personId, { zone: form.get('zone'), locale: await chosenLocale() })
  await startSession(person)
  redirect('/desk')
}

/** Leads somebody on whose password is right and who has a second factor. */
export async function goOn({ ticket }: { ticket: string }): Promise<never> {
  await giveTicket('step', ticket)
  redirect('/sign-in/second-step')
}
