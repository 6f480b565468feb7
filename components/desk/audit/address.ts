import type { AuditWish } from '@/lib/people/audit/schema'

/** The address at which the audit is narrowed in this way, of the page or of the file. */
export function auditAddress(
  { person, kind, about, from, until }: AuditWish,
  { after, of = '/desk/audit' }: { after?: string; of?: string } = {},
): string {
  const asked = Object.entries({ person, kind, about, from, until, after }).filter(([, value]) => value)
  return asked.length > 0 ? `${of}?${new URLSearchParams(asked as [string, string][])}` : of
}
