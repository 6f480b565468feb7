import type { MailKind } from '@/lib/db/generated/enums'

/** Does a mail of this kind go to the author of its comment? Then it goes with what the author erases. */
const isOwn: Record<MailKind, boolean> = {
  confirm: true,
  approved: true,
  everything: true,
  reply: false,
  moderate: false,
  changed: false,
}

/** The kinds of mail that go to the author of a comment. */
export const ownMails = (Object.keys(isOwn) as MailKind[]).filter((kind) => isOwn[kind])
