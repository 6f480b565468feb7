import { fold } from '@/lib/spam/words/fold'
import { claimedRole, namesMeant, namesOf } from './name-words'

export interface StaffMember {
  name: string
  email: string
}

/** Whom of the staff, or which reserved name, somebody could be taken for. */
export function takenFor(
  { name, email }: StaffMember,
  staff: readonly StaffMember[],
): { what: 'name' | 'email'; of: string } | undefined {
  const owner = ownerOf(email, staff)
  if (owner) return { what: 'email', of: owner.email }
  const written = ownerOf(name, staff)
  if (written) return { what: 'name', of: written.email }
  // ∂ is read as d by some, and as a by others.
  const readings = [...new Set([name, name.replaceAll('∂', 'a')])]
  const meant = new Set(readings.flatMap((reading) => [...namesMeant(reading)]))
  const of =
    staff.find((member) => [...namesOf(member.name)].some((look) => meant.has(look)))?.name ??
    readings.map(claimedRole).find((role) => role !== undefined)
  return of === undefined ? undefined : { what: 'name', of }
}

function ownerOf(address: string, staff: readonly StaffMember[]) {
  const wanted = mailbox(address)
  return wanted === '' ? undefined : staff.find(({ email }) => mailbox(email) === wanted)
}

// Where a letter to an address arrives: many hosts leave out a tag after a plus, and points.
function mailbox(address: string): string {
  const plain = fold(address.trim())
  const [, local, host] = /^([^\s@]+)@([^\s@]+)$/.exec(plain) ?? []
  const box = local?.replace(/\+.*$/, '').replaceAll('.', '')
  return box ? `${box}@${host}` : ''
}
