import { commentLimits } from '@/lib/comments/rules'
import {
  checkerCodes,
  droppedCodes,
  editReasonCodes,
  findings,
  holdCodes,
  inputs,
  problems,
  ruleCodes,
  screeningCodes,
} from '@/lib/i18n/statements/codes'
import { newId } from '@/lib/kernel/ids'
import type { Row, Twins } from './twin'

// What rows say of comments, in codes (lib/i18n/statements).

const strange = ['', ' ', 'Two words', 'two words', 'two_words', '-x', '9', 'x\n', 'ｘ', 'a'.repeat(61)]

/** A column with a code, where there is one. */
const code = (column: string, codes: readonly string[], { optional = false } = {}) => ({
  kind: 'made' as const,
  rows: [...codes, ...(optional ? [null] : [])].map((value) => ({ [column]: value })),
  never: strange.map((value) => ({ [column]: value })),
})

/** A column with the code of a statement and one with its parameters; without a code there are none. */
function statement(column: string, codes: Record<string, readonly string[]>, others: Row = {}) {
  const row = (code: string | null, parameters: unknown) => ({
    ...others,
    [column]: code,
    [`${column}_parameters`]: parameters,
  })
  return {
    kind: 'made' as const,
    rows: Object.entries(codes).map(([code, names]) =>
      row(code, Object.fromEntries(names.map((name) => [name, 'x']))),
    ),
    never: [
      ...strange.map((value) => row(value, {})),
      ...['x', [], 3].map((parameters) => row('note', parameters)),
    ],
  }
}
function maybeStatement(column: string, codes: Record<string, readonly string[]>, others: Row = {}) {
  const { rows, never, kind } = statement(column, codes, others)
  const none = (parameters: object) => ({ ...others, [column]: null, [`${column}_parameters`]: parameters })
  return { kind, rows: [...rows, none({})], never: [...never, none({ text: 'x' })] }
}

const content = (text: string) => ({ name: 'x', url: null, text })

const byRule = maybeStatement('why', findings, { rule: 'links' })

export const ofRecord: Twins = {
  comment_held_for_code: code('held_for', holdCodes, { optional: true }),
  comment_edit_why_code: code('why', editReasonCodes, { optional: true }),
  comment_edit_texts: {
    kind: 'made',
    rows: [
      { before: content(''), after: content('x') },
      // As long as a text may be, of what takes most room in JSON.
      {
        before: content('\n'.repeat(commentLimits.textBytes)),
        after: content('"'.repeat(commentLimits.textBytes)),
      },
      { before: null, after: null },
    ],
    never: ['x', [], 3, content('x'.repeat(140_000))].flatMap((one) => [
      { before: one, after: {} },
      { before: {}, after: one },
    ]),
  },
  comment_edit_erased_together: {
    kind: 'made',
    rows: [
      { before: {}, after: {} },
      { before: null, after: null },
    ],
    never: [
      { before: {}, after: null },
      { before: null, after: {} },
    ],
  },
  mail_dropped_for_code: code('dropped_for', droppedCodes, { optional: true }),
  spam_verdict_checker_code: code('checker', checkerCodes),
  spam_verdict_why_code: statement('why', findings),
  screening_step_rule_code: code('rule', screeningCodes),
  screening_step_input_code: maybeStatement('input', inputs),
  screening_step_why_code: statement('why', findings),
  spam_feedback_problem_code: maybeStatement('problem', problems),
  moderation_decision_rule_code: code('rule', ruleCodes, { optional: true }),
  moderation_decision_why_by_rule: {
    ...byRule,
    never: [...byRule.never, { rule: null, why: 'note', why_parameters: {} }],
  },
  moderation_decision_reason_by_person: {
    kind: 'made',
    rows: [
      { reason: null, by_id: null },
      { reason: 'x', by_id: newId() },
    ],
    never: [{ reason: 'x', by_id: null }],
  },
}
