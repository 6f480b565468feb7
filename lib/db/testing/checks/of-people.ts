import { zones } from '@/lib/i18n/time/zones'
import { BadSettings, readEnv } from '@/lib/kernel/env'
import { nameIn } from '@/lib/people/links/recovery-commands'
import { addedPerson, forgottenPassword, newPerson } from '@/lib/people/schema'
import { characters, fieldOf, letters, mailboxes, type Taken, type Twins } from './twin'

// Who works here: by the page of the first admin, the list of people, the settings, and `npm run admin`.

const ADMIN_PASSWORD = 'long enough to use'

function inSettings(typed: unknown): Taken {
  if (typeof typed !== 'string' || typed.trim() === '') return { problem: 'unset' }
  try {
    return { row: { email: readEnv({ ADMIN_EMAIL: typed, ADMIN_PASSWORD }).ADMIN_EMAIL } }
  } catch (error) {
    return { problem: (error as BadSettings).problems.join() }
  }
}

const added = { name: 'x', email: 'x@example.org', role: 'editor' }
const first = { name: 'x', email: 'x@example.org', password: ADMIN_PASSWORD }

const email = { typed: mailboxes, least: 13, most: 254, large: 'email-long', small: 'email-wrong' }
const name = { typed: characters, least: 1, most: 100, large: 'name-long', small: 'name-missing' }
const unfit = 'ADMIN_EMAIL must be an e-mail address of at most 254 characters'

export const ofPeople: Twins = {
  person_name_length: {
    kind: 'typed',
    row: letters('name'),
    fields: {
      'of somebody new': { take: fieldOf(addedPerson, added, 'name'), size: name },
      'of the first admin': { take: fieldOf(newPerson, first, 'name'), size: name },
    },
    made: [...mailboxes(13), ...mailboxes(254)].map((one) => ({ name: nameIn(one) })),
  },
  person_zone_length: {
    kind: 'made',
    rows: [{ zone: null }, ...zones.map((zone) => ({ zone }))],
    never: [{ zone: '' }, { zone: 'x'.repeat(65) }],
  },
  person_email_is_lower_case: {
    kind: 'typed',
    row: letters('email'),
    fields: {
      'of somebody new': { take: fieldOf(addedPerson, added, 'email'), size: email },
      'of the first admin': { take: fieldOf(newPerson, first, 'email'), size: email },
      'on the command line': { take: fieldOf(forgottenPassword, {}, 'email'), size: email },
      'in the settings': { take: inSettings, size: { ...email, large: unfit, small: unfit } },
    },
  },
}
