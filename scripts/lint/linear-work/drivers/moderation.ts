import { shapeOf, wordsIn } from '@/lib/moderation/campaigns/rules'
import { decision, patternLine } from '@/lib/moderation/decisions/schema'
import { wordsThatDiffer } from '@/lib/moderation/edits/rules'
import { commentEdit } from '@/lib/moderation/edits/schema'
import { readSheet, readWish } from '@/lib/moderation/statistics/schema'
import { opinionIn } from '@/lib/moderation/statistics/rules'
import { ruleProblems, valueOf, valuesOf } from '@/lib/moderation/rules/schema'

export const moderation: Record<string, (text: string) => unknown> = {
  'lib/moderation/decisions/schema.ts decision': (text) => decision.safeParse({ reason: text, read: text }),
  'lib/moderation/decisions/schema.ts patternLine': (text) => patternLine.safeParse(text),
  'lib/moderation/edits/schema.ts commentEdit': (text) =>
    commentEdit.safeParse({ name: text, url: text, text, version: text, reason: text }),
  'lib/moderation/edits/rules.ts wordsThatDiffer': (text) =>
    wordsThatDiffer(text, [...text].toReversed().join('')),
  'lib/moderation/rules/schema.ts valueOf': (text) =>
    (['author', 'address', 'network', 'host'] as const).map((kind) => valueOf(kind, text)),
  'lib/moderation/rules/schema.ts valuesOf': valuesOf,
  'lib/moderation/rules/schema.ts ruleProblems': (text) =>
    ruleProblems({ kind: 'host', value: text, effect: 'hold', reason: text, until: text }),
  'lib/moderation/campaigns/rules.ts shapeOf': shapeOf,
  'lib/moderation/campaigns/rules.ts wordsIn': wordsIn,
  'lib/moderation/statistics/schema.ts readWish': (text) => readWish({ days: text, locale: text }),
  'lib/moderation/statistics/schema.ts readSheet': (text) => readSheet({ of: text }),
  'lib/moderation/statistics/rules.ts opinionIn': (text) => opinionIn(text, []),
}
