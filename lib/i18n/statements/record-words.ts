import type {
  CheckerCode,
  CodeOf,
  EditReasonCode,
  FieldCode,
  RuleCode,
  ShapeCode,
  StatementKind,
} from './codes'

/** The words for what rows say of comments, and for what has happened to one, in one language. */
export interface RecordWords {
  rules: Record<RuleCode, string>
  checkers: Record<CheckerCode, string>
  fields: Record<FieldCode, string>
  /** What the learning filter goes by. */
  features: Record<'word' | 'name' | 'host' | 'domain' | 'network', string>
  shapes: Record<ShapeCode, string>
  /** Why somebody of the staff has changed a comment. */
  editReasons: Record<EditReasonCode, string>
  /** Between the things of a list. */
  separator: string
  statements: { [Kind in StatementKind]: Record<CodeOf<Kind>, string> }
  history: HistoryWords
}

export interface HistoryWords {
  anonymous: string
  author: string
  somebody: string
  rule: string
  sent: string
  changed: string
  erased: string
  /** The states of a comment, and what a checker says, inside a sentence. */
  states: Record<'pending' | 'approved' | 'spam' | 'trash', string>
  verdicts: Record<'ham' | 'spam' | 'discard' | 'unknown', string>
  /** As what a comment is reported to a checker. */
  lessons: Record<'ham' | 'spam', string>
  verdict: string
  asked: Record<'retry' | 'recheck_queue' | 'edit' | 'webhook', string>
  decision: string
  edited: string
  relocated: string
  undone: string
  /** Of what is told to a checker. */
  feedback: Record<'waiting' | 'sent' | 'withdrawn' | 'expired', string>
  tried: string
  /** What happened, and why. */
  because: string
}
