import { record } from '@/lib/audit/commands'
import { namesOfChanged } from '@/lib/audit/rules'
import { db } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { isLocale } from '@/lib/i18n/locales'
import { zoneNamed } from '@/lib/i18n/time/zones'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type StaffActor } from '../permissions'
import { ownAccount, problemsOf } from '../schema'

/** What somebody of the staff says of themselves: their name, and the language and time zone of the desk. */
export async function changeOwnAccount(actor: StaffActor, input: unknown) {
  ensure(actor, 'change own account')
  const read = ownAccount.safeParse(input)
  if (!read.success) return { ok: false, refusal: 'problems', problems: problemsOf(read.error) } as const
  return inTransaction(async (tx) => {
    const [before] = await tx.$queryRaw<Own[]>`
      select name, locale, zone from person where id = ${actor.id}::uuid and disabled_at is null for no key update`
    if (!before) return refuse('not-found')
    await tx.person.update({ where: { id: actor.id }, data: read.data, select: { id: true } })
    // Which of it has changed, and not what somebody is called.
    const what = namesOfChanged({ ...before }, read.data)
    if (what) await record(tx, actor, { kind: 'account-changed', about: actor.id, after: { changed: what } })
    return done(read.data)
  })
}

interface Own {
  name: string
  locale: string | null
  zone: string | null
}

/**
 * What the browser of a sign-in says, for who has chosen nothing yet: its time zone, and the language that somebody chose
 * on the page in front of the desk.
 */
export async function noteBrowser(personId: string, given: { zone: unknown; locale: unknown }) {
  const zone = zoneNamed(given.zone) ?? null
  const locale = isLocale(given.locale) ? given.locale : null
  await db.$executeRaw`
    update person set zone = coalesce(zone, ${zone}), locale = coalesce(locale, ${locale})
    where id = ${personId}::uuid
      and ((zone is null and ${zone}::text is not null) or (locale is null and ${locale}::text is not null))`
}
