import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { newJobs } from '@/lib/jobs/enqueue'
import { sendDigestJob } from './jobs'

/**
 * Puts the replies that wait for the day's mail together, one mail for each recipient and language. What is in it is
 * fixed before it is sent: sent again, it is the same mail with the same Message-ID.
 */
export const gatherDigests = () =>
  db.$executeRaw(Prisma.sql`
    with waiting as (
      select id, recipient, locale from mail
      where daily and sent_at is null and dropped_for is null and digest_id is null
      order by id for update skip locked),
    digest as (select recipient, locale, gen_random_uuid() as id from waiting group by recipient, locale),
    marked as (
      update mail set digest_id = digest.id from waiting join digest using (recipient, locale)
      where mail.id = waiting.id)
    ${newJobs(
      sendDigestJob,
      Prisma.sql`select gen_random_uuid(), jsonb_build_object('digestId', id), null::timestamptz from digest`,
    )}`)

export const noteDigestSent = (ids: readonly string[]) =>
  db.mail.updateMany({ where: { id: { in: [...ids] } }, data: { sentAt: new Date() } })
