import { fold, unmask } from '@/lib/spam/words/fold'

/** Names that nobody but the staff should comment under, beside the staff's own. */
export const reservedNames = [
  ...['admin', 'administrator', 'moderator', 'editor', 'webmaster', 'staff', 'support', 'chapterhouse'],
  ...['管理人', '管理者', '編集者', '編集部', 'المشرف', 'المدير', 'المحرر'],
]

// What stands for another letter within ASCII. The longest come first: `vv` before anything with `v`.
const alike: [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/0/g, 'o'],
  [/[1i|!]/g, 'l'],
  [/3/g, 'e'],
  [/4|@/g, 'a'],
  [/5|\$/g, 's'],
  [/7/g, 't'],
]

/** A name as it looks: without case, width, accents, invisible characters, blanks and points, letters by their shape. */
export function skeleton(name: string): string {
  // Capitals first: М looks like M, but its small form like nothing else.
  const letters = unmask(fold(unmask(name.toWellFormed().normalize('NFKC'))))
  const shaped = alike.reduce((text, [shape, letter]) => text.replace(shape, letter), letters)
  return shaped.replace(/[^\p{L}\p{N}]/gu, '')
}

export interface StaffMember {
  name: string
  email: string
}

/** Whom of the staff, or which reserved name, somebody could be taken for. */
export function takenFor(
  { name, email }: StaffMember,
  staff: readonly StaffMember[],
): { what: 'name' | 'email'; of: string } | undefined {
  const address = fold(email.trim())
  const owner = address && staff.find((member) => fold(member.email) === address)
  if (owner) return { what: 'email', of: owner.email }
  const looks = skeleton(name)
  const of =
    looks &&
    [...staff.map((member) => member.name), ...reservedNames].find((known) => skeleton(known) === looks)
  return of ? { what: 'name', of } : undefined
}
