import { shapeOf, wordsIn } from '@/lib/moderation/campaigns/rules'
import { decision, patternLine } from '@/lib/moderation/decisions/schema'
import { valueOf, valuesOf } from '@/lib/moderation/rules/schema'

export const moderation: Record<string, (text: string) => unknown> = {
  'lib/moderation/decisions/schema.ts decision': (text) => decision.safeParse({ reason: text, read: text }),
  'lib/moderation/decisions/schema.ts patternLine': (text) => patternLine.safeParse(text),
  'lib/moderation/rules/schema.ts valueOf': (text) =>
    (['author', 'address', 'network', 'host'] as const).map((kind) => valueOf(kind, text)),
  'lib/moderation/rules/schema.ts valuesOf': valuesOf,
  'lib/moderation/campaigns/rules.ts shapeOf': shapeOf,
  'lib/moderation/campaigns/rules.ts wordsIn': wordsIn,
}
