import { createHmac } from 'node:crypto'
import { db } from '@/lib/db/client'
import { runtime } from '@/lib/kernel/env'
import { hashOf } from './setup-link'

export interface DueInvitation {
  /** Also the left part of the Message-ID. */
  id: string
  email: string
  locale: string | null
  hasPassword: boolean
  token: string
}

/** The secret of a link that is mailed: made of its id, so that the job that mails it carries no secret. */
export const invitationToken = (linkId: string) =>
  createHmac('sha256', runtime().secret).update(`chapterhouse invitation\0${linkId}`).digest('base64url')

/** To whom a link is mailed, as long as it opens something. */
export async function dueInvitation(linkId: string): Promise<DueInvitation | undefined> {
  const token = invitationToken(linkId)
  const [person] = await db.$queryRaw<Omit<DueInvitation, 'id' | 'token'>[]>`
    select p.email, p.locale, p.password_hash is not null as "hasPassword"
    from setup_link l join person p on p.id = l.person_id
    where l.token_hash = ${hashOf(token)} and l.used_at is null and l.expires_at > now()
      and p.disabled_at is null and p.email is not null`
  return person && { id: linkId, ...person, token }
}
