import { shapeOf, wordsIn } from '@/lib/moderation/campaigns/rules'
import { decision, patternLine } from '@/lib/moderation/decisions/schema'
import { readSheet, readWish } from '@/lib/moderation/statistics/schema'
import { opinionIn } from '@/lib/moderation/statistics/rules'
import { bareHost } from '@/lib/moderation/queue/schema'

export const moderation: Record<string, (text: string) => unknown> = {
  'lib/moderation/decisions/schema.ts decision': (text) => decision.safeParse({ reason: text, read: text }),
  'lib/moderation/decisions/schema.ts patternLine': (text) => patternLine.safeParse(text),
  'lib/moderation/queue/schema.ts bareHost': bareHost,
  'lib/moderation/campaigns/rules.ts shapeOf': shapeOf,
  'lib/moderation/campaigns/rules.ts wordsIn': wordsIn,
  'lib/moderation/statistics/schema.ts readWish': (text) => readWish({ days: text, locale: text }),
  'lib/moderation/statistics/schema.ts readSheet': (text) => readSheet({ of: text }),
  'lib/moderation/statistics/rules.ts opinionIn': (text) => opinionIn(text, []),
}
