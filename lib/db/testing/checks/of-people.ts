import { neighbourhoodKey } from '@/lib/kernel/address-key'
import { locales } from '@/lib/i18n/locales'
import { zones } from '@/lib/i18n/time/zones'
import { BadSettings, readEnv } from '@/lib/kernel/env'
import { nameIn } from '@/lib/people/links/recovery-commands'
import { deviceIn } from '@/lib/people/sessions/device'
import { addedPerson, emailChange, forgottenPassword, newPerson } from '@/lib/people/schema'
import { providerClaims } from '@/lib/people/provider/schema'
import { passkeyName } from '@/lib/people/second-factor/schema'
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

const now = new Date()
const works = { email: 'x@example.org', removed_at: null, disabled_at: null, password_hash: 'x' }
const left = { email: null, removed_at: now, disabled_at: now, password_hash: null }

export const ofPeople: Twins = {
  email_change_to_lower_case: {
    kind: 'typed',
    row: letters('to_email'),
    fields: {
      'of a new address': {
        take: fieldOf(emailChange, { email: '', current: 'x' }, 'email', 'to_email'),
        size: email,
      },
    },
  },
  person_moderates_named: {
    kind: 'made',
    rows: [{ moderates: [] }, { moderates: locales }],
    never: [{ moderates: null }, { moderates: [null] }, { moderates: Array(21).fill('en') }],
  },
  person_reached_or_removed: {
    kind: 'made',
    rows: [works, { ...works, disabled_at: now }, left],
    never: [
      { ...works, email: null },
      { ...left, email: 'x@example.org' },
      { ...left, disabled_at: null },
      { ...left, password_hash: 'x' },
    ],
  },
  person_name_length: {
    kind: 'typed',
    row: letters('name'),
    fields: {
      'of somebody new': { take: fieldOf(addedPerson, added, 'name'), size: name },
      'of the first admin': { take: fieldOf(newPerson, first, 'name'), size: name },
    },
    made: [...mailboxes(13), ...mailboxes(254)].map((one) => ({ name: nameIn(one) })),
  },
  passkey_name_length: {
    kind: 'typed',
    row: letters('name'),
    fields: {
      'of a passkey': {
        take: fieldOf(passkeyName, {}, 'name'),
        size: { ...name, most: 60, large: 'passkey-name-long', small: 'passkey-name-missing' },
      },
    },
  },
  desk_session_device_length: {
    kind: 'made',
    rows: ['', 'SamsungBrowser/28.0 CrOS', 'Macintosh Vivaldi/7'].map((userAgent) => ({
      ...deviceIn(userAgent),
    })),
    never: [
      { browser: '', system: 'linux' },
      { browser: 'firefox', system: 'x'.repeat(21) },
    ],
  },
  desk_session_network_length: {
    kind: 'made',
    rows: ['192.0.2.7', '2001:db8::7', 'x'.repeat(200)].map((address) => ({
      network: neighbourhoodKey(address),
      seen_network: neighbourhoodKey(address),
    })),
    never: [
      { network: '', seen_network: 'x' },
      { network: 'x', seen_network: 'x'.repeat(101) },
    ],
  },
  provider_account_lengths: {
    kind: 'made',
    rows: ['7', 'x'.repeat(255)].map((sub) => ({
      issuer: 'https://login.example.org',
      subject: providerClaims.parse({ sub }).sub,
    })),
    never: [
      { issuer: '', subject: '7' },
      { issuer: 'https://login.example.org', subject: '' },
      { issuer: 'https://login.example.org', subject: 'x'.repeat(256) },
    ],
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
