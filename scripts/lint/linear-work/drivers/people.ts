import { readBrowserCookie } from '@/lib/people/sign-in/known-browser'
import { readTurn } from '@/lib/people/sign-in/turns'
import { addedPerson, newPerson, signInInput } from '@/lib/people/schema'

export const people: Record<string, (text: string) => unknown> = {
  'lib/people/sign-in/known-browser.ts readBrowserCookie': (text) => readBrowserCookie('secret', text),
  'lib/people/sign-in/turns.ts readTurn': (text) => readTurn('secret', text, 0),
  'lib/people/schema.ts addedPerson': (text) =>
    addedPerson.safeParse({ name: text, email: text, role: text }),
  'lib/people/schema.ts newPerson': (text) =>
    newPerson.safeParse({ name: text, email: text, password: text }),
  'lib/people/schema.ts signInInput': (text) => signInInput.safeParse({ email: text, password: text }),
}
