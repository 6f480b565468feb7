import { shapeOf, wordsIn } from '@/lib/moderation/campaigns/rules'
import { decision, patternLine } from '@/lib/moderation/decisions/schema'
import { wordsThatDiffer } from '@/lib/moderation/edits/rules'
import { commentEdit } from '@/lib/moderation/edits/schema'
import { bareHost } from '@/lib/moderation/queue/schema'

export const moderation: Record<string, (text: string) => unknown> = {
  'lib/moderation/decisions/schema.ts decision': (text) => decision.safeParse({ reason: text, read: text }),
  'lib/moderation/decisions/schema.ts patternLine': (text) => patternLine.safeParse(text),
  'lib/moderation/edits/schema.ts commentEdit': (text) =>
    commentEdit.safeParse({ name: text, url: text, text, version: text, reason: text }),
  'lib/moderation/edits/rules.ts wordsThatDiffer': (text) =>
    wordsThatDiffer(text, [...text].toReversed().join('')),
  'lib/moderation/queue/schema.ts bareHost': bareHost,
  'lib/moderation/campaigns/rules.ts shapeOf': shapeOf,
  'lib/moderation/campaigns/rules.ts wordsIn': wordsIn,
}
