import { z } from 'zod'
import { record } from '@/lib/audit/commands'
import { changed } from '@/lib/audit/rules'
import { announce } from '@/lib/db/announce'
import { inTransaction } from '@/lib/db/in-transaction'
import { chapterTag, everything } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { discussionShape, readDiscussion, type Discussion } from './settings'
import { discussionKey, forgetDiscussion } from './queries'

export type SettingProblems = Partial<
  Record<keyof Discussion | 'form', 'number-wrong' | 'choice-wrong' | 'form-broken'>
>

/** Keeps discussion settings; those that are not given stay. Every instance follows at once. */
export async function changeDiscussion(actor: Actor, wish: unknown) {
  ensure(actor, 'change settings')
  const checked = discussionShape.partial().safeParse(wish)
  if (!checked.success) return { ...refuse('input-broken'), problems: problemsIn(checked.error) }

  const settings = await inTransaction(async (tx) => {
    const key = discussionKey
    // Locked by writing first: two admins who change different settings both keep theirs.
    await tx.$executeRaw`insert into setting (key, value, updated_at) values (${key}, '{}', now())
      on conflict (key) do update set updated_at = now()`
    const { value } = await tx.setting.findUniqueOrThrow({ where: { key } })
    const before = readDiscussion(value)
    const next = { ...before, ...checked.data }
    await tx.setting.update({ where: { key }, data: { value: next } })
    const difference = changed({ ...before }, { ...next })
    if (Object.keys(difference.after).length > 0)
      await record(tx, actor, { kind: 'discussion-changed', ...difference })
    await announce(tx, [everything])
    return next
  })
  forgetDiscussion()
  return done(settings)
}

const chapterWish = z.object({ chapterId: z.guid().toLowerCase(), closed: z.boolean() })

/** Closes a chapter for comments, or opens it again. */
export async function closeComments(actor: Actor, wish: unknown) {
  ensure(actor, 'moderate comments')
  const checked = chapterWish.safeParse(wish)
  if (!checked.success) return refuse('not-found')
  const { chapterId, closed } = checked.data
  return inTransaction(async (tx) => {
    const { count } = await tx.chapter.updateMany({
      where: { id: chapterId },
      data: { commentsClosed: closed },
    })
    if (count === 0) return refuse('not-found')
    await record(tx, actor, { kind: closed ? 'comments-closed' : 'comments-opened', about: chapterId })
    await announce(tx, [chapterTag(chapterId)])
    return done({ chapterId, closed })
  })
}

const problemsIn = (error: z.ZodError): SettingProblems =>
  Object.fromEntries(
    error.issues.map(({ path, message }) =>
      path.length && message !== 'form-broken' && /^[a-z-]+$/.test(message)
        ? [path[0], message]
        : ['form', 'form-broken'],
    ),
  )
