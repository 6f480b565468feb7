import { domainToUnicode } from 'node:url'
import { foldForMatching } from '@/lib/spam/words/fold'
import { claimedRole, namesMeant, namesOf } from './reserved-names'
import { skeleton } from './confusables'
import { spellings, wholeNamesIn } from './name-spellings'

export interface ImitatedStaff {
  name: string
  email: string
}

/** Whom of the staff, or which reserved name, somebody could be taken for. */
export function takenFor(
  { name, email }: ImitatedStaff,
  staff: readonly ImitatedStaff[],
): { what: 'name' | 'email'; of: string } | undefined {
  const owner = ownerOf(email, staff)
  if (owner) return { what: 'email', of: owner.email }
  const written = ownerOf(name, staff)
  if (written) return { what: 'name', of: written.email }
  // ∂ is read as d by some, and as a by others.
  const readings = [...new Set([name, name.replaceAll('∂', 'a')])]
  const meant = new Set(readings.flatMap(spellings).flatMap((way) => [...namesMeant(way)]))
  const within = readings.map(wholeNamesIn)
  const isMeant = (member: ImitatedStaff) =>
    spellings(member.name).some((way) => [...namesOf(way)].some((look) => meant.has(look))) ||
    within.some((holds) => holds(member.name))
  const of = staff.find(isMeant)?.name ?? readings.map(claimedRole).find((role) => role !== undefined)
  return of === undefined ? undefined : { what: 'name', of }
}

function ownerOf(address: string, staff: readonly ImitatedStaff[]) {
  const wanted = mailbox(address)
  if (wanted === '') return undefined
  const look = lookOf(wanted)
  return staff.find(({ email }) => {
    const box = mailbox(email)
    return box === wanted || (box !== '' && look !== '' && lookOf(box) === look)
  })
}

// "exarnple.org" looks like "example.org", and so does what a host of other letters is registered as.
function lookOf(box: string): string {
  const [local = '', host = ''] = box.split('@')
  const labels = (domainToUnicode(host) || host).split('.').map(skeleton)
  return [skeleton(local), ...labels].includes('') ? '' : `${skeleton(local)}@${labels.join('.')}`
}

// Where a letter to an address arrives: many hosts leave out a tag after a plus, and points.
function mailbox(address: string): string {
  const plain = foldForMatching(address.trim())
  const [, local, host] = /^([^\s@]+)@([^\s@]+)$/.exec(plain) ?? []
  const box = local?.split('+')[0]!.replaceAll('.', '')
  return box ? `${box}@${host}` : ''
}
