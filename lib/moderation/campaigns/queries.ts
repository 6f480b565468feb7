import { db } from '@/lib/db/client'
import { ensure, type Actor } from '@/lib/people/permissions'
import { campaignLimits, campaignsIn, type Campaign, type Candidate } from './rules'

/** Campaigns among the newest comments that wait, and how many of these were looked at. */
export async function campaigns(actor: Actor): Promise<{ looked: number; found: Campaign[] }> {
  ensure(actor, 'moderate comments')
  const rows = await db.$queryRaw<Candidate[]>`
    select id, name, left(text, ${campaignLimits.text}::int) as text, url from comment
    where status = 'pending' order by sent_at desc, id desc limit ${campaignLimits.looked}::int`
  return { looked: rows.length, found: campaignsIn(rows) }
}
