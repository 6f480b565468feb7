import { readAudit } from '@/lib/people/audit/schema'
import { readBrowserCookie } from '@/lib/people/sign-in/known-browser'
import { codeIn, recoveryCodeIn } from '@/lib/people/second-factor/rules'
import { newPasskey, passkeyName, signedByPasskey } from '@/lib/people/second-factor/schema'
import { readTicket } from '@/lib/people/second-factor/tickets'
import { nameByClaims, refusalNamed } from '@/lib/people/provider/rules'
import { providerClaims } from '@/lib/people/provider/schema'
import { readTurn } from '@/lib/people/sign-in/turns'
import { deviceIn } from '@/lib/people/sessions/device'
import {
  addedPerson,
  emailChange,
  mailedLink,
  newPerson,
  passwordChange,
  signInInput,
} from '@/lib/people/schema'

export const people: Record<string, (text: string) => unknown> = {
  'lib/people/sign-in/known-browser.ts readBrowserCookie': (text) => readBrowserCookie('secret', text),
  'lib/people/sign-in/turns.ts readTurn': (text) => readTurn('secret', text, 0),
  'lib/people/second-factor/rules.ts codeIn': codeIn,
  'lib/people/second-factor/rules.ts recoveryCodeIn': recoveryCodeIn,
  'lib/people/second-factor/schema.ts passkeyName': (text) => passkeyName.safeParse({ name: text }),
  'lib/people/second-factor/schema.ts newPasskey': (text) => newPasskey.safeParse(text),
  'lib/people/second-factor/schema.ts signedByPasskey': (text) => signedByPasskey.safeParse(text),
  'lib/people/second-factor/tickets.ts readTicket': (text) => readTicket('secret', 'step', text, 0),
  // As long as what is read before it: an address has 254 characters.
  'lib/people/provider/rules.ts nameByClaims': (text) => {
    const claims = providerClaims.parse({ sub: '1', name: text, preferred_username: text })
    return nameByClaims(claims, `${text.slice(0, 242)}@example.org`)
  },
  'lib/people/provider/rules.ts refusalNamed': refusalNamed,
  'lib/people/sessions/device.ts deviceIn': deviceIn,
  'lib/people/audit/schema.ts readAudit': (text) =>
    readAudit({ person: text, kind: text, about: text, from: text, until: text, after: text }),
  'lib/people/schema.ts addedPerson': (text) =>
    addedPerson.safeParse({ name: text, email: text, role: text }),
  'lib/people/schema.ts emailChange': (text) => emailChange.safeParse({ email: text, current: text }),
  'lib/people/schema.ts mailedLink': (text) => mailedLink.safeParse({ token: text }),
  'lib/people/schema.ts passwordChange': (text) =>
    passwordChange.safeParse({ current: text, password: text }),
  'lib/people/schema.ts newPerson': (text) =>
    newPerson.safeParse({ name: text, email: text, password: text }),
  'lib/people/schema.ts signInInput': (text) => signInInput.safeParse({ email: text, password: text }),
}
