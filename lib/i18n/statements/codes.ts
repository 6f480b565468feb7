// Everything that rows say of comments, in codes. Words for each stand in messages/<locale>/record.ts; a code that is here
// and has no words there is an error of types. What is in rows stays there: a code is never renamed without a migration.

/** The rules by which a comment is screened, in their order. */
export const screeningCodes = [
  'disallowed-words',
  'standing-rule',
  'moderation-words',
  'links',
  'staff-look-alike',
  'flood',
  'hidden-field',
  'time-to-fill',
  'browser-work',
  'spam-verdict',
  'learning-filter',
  'waits-for-editor',
] as const

/** Every rule that may decide about a comment. */
export const ruleCodes = [
  ...screeningCodes,
  'nothing-against-it',
  'changed-by-author',
  'withdrawn-by-author',
  'erased-by-author',
  'sample',
  /** One that had a name which is not known any more; what it said has that name. */
  'other',
] as const

export const checkerCodes = ['akismet', 'local-rules'] as const

/** Why a comment has to wait, whatever its checker says. */
export const holdCodes = ['flood', 'author', 'staff', 'late-change', 'other'] as const

/** Why somebody of the staff has changed a comment; its author is told. */
export const editReasonCodes = ['personal-data', 'insult', 'advertising', 'mistake', 'on-request'] as const

/** Why a mail that was noted is never sent. Nobody is shown this yet, so that there are no words for it. */
export const droppedCodes = [
  'erased',
  'not-published',
  'decided',
  'stopped',
  'confirmed',
  'not-confirmed',
  'recipient-refused',
  'server-refused',
] as const

/** What the parts of a comment are called in which something was found. */
export type FieldCode = 'name' | 'email' | 'url' | 'text' | 'link' | 'address' | 'browser'

const localSigns = ['hidden', 'links', 'markup', 'haste'] as const

/** What rules and checkers say, with the names of what they say it with. */
export const findings = {
  /** In its own words: from a time before codes, or from a checker that has none. */
  note: ['text'],
  'list-empty': [],
  'word-found': ['line', 'field'],
  'no-word-found': [],
  'standing-none': [],
  'standing-author': [],
  'standing-address': [],
  'standing-network': [],
  'standing-host': [],
  /** Of a rule that refuses, and came when the comment was there. */
  'standing-refuses': [],
  'links-any': [],
  'links-many': ['limit'],
  'links-few': ['limit'],
  'like-staff': ['name'],
  'like-nobody': [],
  'held-flood': [],
  'held-author': [],
  'held-staff': [],
  'held-late-change': [],
  'held-otherwise': [],
  'nothing-unusual': [],
  'hidden-filled': [],
  'hidden-empty': [],
  'time-not-taken': [],
  'faster-than-people': [],
  'as-fast-as-people': [],
  'work-none': [],
  'work-done': [],
  'work-wrong': [],
  'wait-everybody': [],
  'wait-nobody': [],
  'known-author': [],
  'first-comment': [],
  'not-checked': [],
  'nothing-against': [],
  'ham-so-far': ['seconds'],
  'akismet-ham': [],
  'akismet-spam': [],
  'akismet-discard': [],
  'akismet-no-verdict': ['status', 'answer'],
  'akismet-no-answer': ['status'],
  'akismet-unreachable': ['error'],
  'checker-failed': ['error'],
  'local-nothing': [],
  'local-few-signs': localSigns,
  'local-held': localSigns,
  'local-spam': localSigns,
  'too-few-lessons': ['spam', 'ham'],
  /** Of the learning filter: how sure it is, and the features that spoke for and against, a line for each. */
  learned: ['score', 'for', 'against'],
  'looked-again': [],
  'later-moved-to-spam': [],
  'later-moved-to-pending': [],
  'later-person-decided': [],
  'later-changed-since': [],
  'later-in-trash': [],
  'later-already-spam': [],
  'later-other-rule': [],
  'later-nothing-to-change': [],
  'later-asked-again': [],
  sample: [],
} as const

/** What a rule looked at. */
export const inputs = {
  note: ['text'],
  lines: ['count'],
  excerpt: ['field', 'excerpt'],
  /** What a standing rule goes by. */
  mark: ['value'],
  links: ['count'],
  author: ['name', 'email'],
  'author-without-email': ['name'],
  'author-without-name': ['email'],
  'author-unnamed': [],
  'came-in': [],
  'noted-before': [],
  'field-content': ['content'],
  'field-empty': [],
  'time-unknown': [],
  'characters-in': ['characters', 'seconds'],
  'no-work': [],
  'right-work': [],
  'wrong-work': [],
  checker: ['checker'],
  'checker-guid': ['checker', 'guid'],
  features: [],
} as const

/** Why a checker was not told, or what is wrong with our account there. */
export const problems = {
  note: ['text'],
  'trace-erased': [],
  'no-key': [],
  'wrong-key': [],
  'not-taken': ['status', 'answer'],
  'not-taken-silent': ['status'],
  'akismet-unreachable': ['error'],
  'account-unclear': ['status'],
} as const

/** The kinds of statements, each with its codes. */
export const statementKinds = { findings, inputs, problems } as const

/** What the learning filter sees in the shape of a comment; numbers stand behind a colon (`links:4`). */
export const shapeCodes = [
  'links',
  'characters',
  'website',
  'markup',
  'capitals',
  'shouting',
  'digits-in-name',
  'browser-work',
  'wrong-work',
  'hidden-field',
  'haste',
  'other-script',
] as const

export type ScreeningCode = (typeof screeningCodes)[number]
export type EditReasonCode = (typeof editReasonCodes)[number]
export type RuleCode = (typeof ruleCodes)[number]
export type CheckerCode = (typeof checkerCodes)[number]
export type DroppedCode = (typeof droppedCodes)[number]
export type HoldCode = (typeof holdCodes)[number]
export type ShapeCode = (typeof shapeCodes)[number]
export type StatementKind = keyof typeof statementKinds
export type CodeOf<Kind extends StatementKind> = keyof (typeof statementKinds)[Kind] & string
