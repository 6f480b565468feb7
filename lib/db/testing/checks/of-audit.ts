import { networkOf } from '@/lib/audit/commands'
import { bounded } from '@/lib/audit/rules'
import { auditKinds, auditVias } from '@/lib/audit/types'
import type { Twins } from './twin'

// What the audit says of deeds.

const codes = (via: string, kind: string, subject: string) => ({ via, kind, subject })
const strange = ['', ' ', 'Two words', 'two_words', '-x', '9', 'x\n', 'a'.repeat(61)]
const large = { a: 'x'.repeat(8_000) }
const full = bounded(
  Object.fromEntries(Array.from({ length: 99 }, (_, at) => [`${at}${'n'.repeat(99)}`, '語'.repeat(99)])),
)

export const ofAudit: Twins = {
  audit_entry_codes: {
    kind: 'made',
    rows: Object.entries(auditKinds).flatMap(([kind, subject]) =>
      auditVias.map((via) => codes(via, kind, subject)),
    ),
    never: strange.flatMap((one) => [
      codes(one, 'published', 'edition'),
      codes('session', one, 'edition'),
      codes('session', 'published', one),
    ]),
  },
  audit_entry_network_length: {
    kind: 'made',
    rows: [null, ...['192.0.2.7', '2001:db8:1:2:3::4', 'unknown', 'x'.repeat(99)].map(networkOf)].map(
      (network) => ({ network }),
    ),
    never: [{ network: '' }, { network: 'x'.repeat(65) }],
  },
  audit_entry_facts: {
    kind: 'made',
    rows: [
      { before: {}, after: {} },
      { before: full, after: full },
    ],
    never: [
      ...[[], 'x', 3, large].map((facts) => ({ before: facts, after: {} })),
      ...[[], 'x', 3, large].map((facts) => ({ before: {}, after: facts })),
    ],
  },
}
