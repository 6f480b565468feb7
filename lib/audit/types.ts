// What the audit knows of: every kind of deed, with what it is done to. Words for each stand in
// lib/i18n/messages/<locale>/desk/people/audit.ts; what is in rows stays there, so a code is never renamed.

export const auditKinds = {
  'comment-decided': 'comment',
  'comment-answered': 'comment',
  'comment-edited': 'comment',
  'comment-moved': 'comment',
  'comment-deleted': 'comment',
  'comment-checked-again': 'comment',
  'all-checked-again': 'site',
  'checker-reviewed': 'site',
  'comments-closed': 'chapter',
  'comments-opened': 'chapter',
  'discussion-changed': 'site',
  'word-added': 'word',
  'word-removed': 'word',
  'rule-made': 'rule',
  'rule-ended': 'rule',
  'chapter-begun': 'edition',
  'edition-begun': 'edition',
  'details-changed': 'edition',
  published: 'edition',
  scheduled: 'edition',
  withdrawn: 'edition',
  'withdrawn-for-good': 'edition',
  'ranking-recorded': 'chapter',
  'ranking-removed': 'chapter',
  'person-added': 'person',
  'link-made': 'person',
  'role-changed': 'person',
  'person-disabled': 'person',
  'person-enabled': 'person',
  'account-changed': 'person',
  'signed-in': 'person',
  'sign-in-refused': 'person',
  'signed-out': 'person',
  'reset-mailed': 'person',
  'password-set': 'person',
  'first-admin-made': 'person',
  'provider-bound': 'person',
  recovered: 'person',
  'passkey-added': 'person',
  'passkey-removed': 'person',
  'app-begun': 'person',
  'app-confirmed': 'person',
  'app-ended': 'person',
  'recovery-codes-renewed': 'person',
  'email-asked': 'person',
  'email-cancelled': 'person',
  'email-changed': 'person',
  'email-stopped': 'person',
  'password-changed': 'person',
  'proof-refused': 'person',
  'session-ended': 'person',
  'other-sessions-ended': 'person',
  'sessions-ended': 'person',
  'person-removed': 'person',
  'languages-set': 'person',
  'bulk-begun': 'bulk',
  'bulk-cancelled': 'bulk',
  'bulk-undone': 'bulk',
  'view-saved': 'view',
  'view-renamed': 'view',
  'view-removed': 'view',
} as const satisfies Record<string, string>

export type AuditKind = keyof typeof auditKinds
export type AuditSubject = (typeof auditKinds)[AuditKind]
export const allAuditKinds = Object.keys(auditKinds) as AuditKind[]

/** What can act. */
export const auditVias = ['session', 'sign-in', 'link', 'rule', 'job', 'machine'] as const
export type AuditVia = (typeof auditVias)[number]

/** What was there before or after: flat, and small. Codes, numbers and names of fields; nothing that somebody has written. */
export type Facts = Record<string, string | number | boolean | null>

/** Who acts, as commands are called: somebody with a session, or a rule; or what else has done it, for whom. */
export type Doer =
  | { role: 'writer' | 'editor' | 'admin'; id: string; from?: string }
  | { role: 'system'; rule: string }
  | { via: Exclude<AuditVia, 'rule'>; personId?: string; from?: string }

export interface Deed {
  kind: AuditKind
  /** The id of what it was done to, where that is known. */
  about?: string
  before?: Facts
  after?: Facts
}
