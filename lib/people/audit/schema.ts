import { z } from 'zod'
import { allAuditKinds, type AuditKind } from '@/lib/audit/types'
import { listPlace, type ListPlace } from '@/lib/kernel/list-place'

/** How many entries a page of the audit has. */
export const auditPageLength = 50

const id = z.guid().toLowerCase().optional().catch(undefined)
// Of years that the database's calendar has, also with a day more.
const day = z.iso
  .date()
  .refine((typed) => typed >= '1990' && typed < '2200')
  .optional()
  .catch(undefined)

const asked = z.object({
  person: id,
  kind: z
    .enum(allAuditKinds as [AuditKind, ...AuditKind[]])
    .optional()
    .catch(undefined),
  about: id,
  from: day,
  until: day,
  after: listPlace,
})

/** What an address of the audit asks for; what cannot be read is not asked for. Days are of the zone of whoever asks. */
export interface AuditWish {
  person?: string
  kind?: AuditKind
  /** What the deeds were done to. */
  about?: string
  from?: string
  until?: string
  after?: ListPlace
}

export const readAudit = (given: unknown): AuditWish => asked.catch({}).parse(given)
