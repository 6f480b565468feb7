import { erasedText, ruleOf } from '@/lib/comments/author/rules'
import { Prisma } from '@/lib/db/generated/client'

/**
 * How the author of a comment (of `comment c`) took it away, for good; null where it is there. What was erased when it
 * lay in the trash has no decision about that: it is known by what is left of it. (Not by EXISTS: beside many comments
 * Postgres would rather read all decisions that there are, once for a page of twenty.)
 */
export const takenAway = Prisma.sql`
  case
    when c.name = '' and c.email = '' and c.text = ${erasedText} and c.edited_at is not null then 'erased'
    else (
      select case o.rule when ${ruleOf.erasure} then 'erased' else 'withdrawn' end from moderation_decision o
      where o.comment_id = c.id and o.rule in (${ruleOf.erasure}, ${ruleOf.withdrawal})
      order by o.rule <> ${ruleOf.erasure} limit 1)
  end`

export type TakenAway = 'withdrawn' | 'erased'

export const refusalOf = { withdrawn: 'withdrawn-by-author', erased: 'erased-by-author' } as const
