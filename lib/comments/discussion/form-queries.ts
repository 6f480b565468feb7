import { z } from 'zod'
import { db } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'
import { asksAkismet, runtime } from '@/lib/kernel/env'
import type { FormRules } from '../submit/form-state'
import { usualDiscussion, type Discussion } from './settings'
import { discussionNow, discussionSettings } from './queries'

/** How a chapter's comments and form are shown. */
export interface Commenting {
  open: boolean
  form: FormRules
  threadDepth: number
  order: Discussion['order']
  avatars: Discussion['avatars']
  /** When the chapter closes by its age, if it does and has not yet. */
  closesAt: Date | null
}

/** For the page of an edition, until something is announced or the chapter closes by its age. */
export async function commentingOn(chapterId: string, locale: Locale): Promise<Commenting> {
  const settings = await discussionSettings()
  const { closeAfterDays, threadDepth, order, avatars } = settings
  const [{ open, closesAt } = { open: false, closesAt: null }] = z.guid().safeParse(chapterId).success
    ? await db.$queryRaw<{ open: boolean; closesAt: Date | null }[]>`
        select not c.comments_closed and (closes.at is null or closes.at > now()) as open,
               case when closes.at > now() then closes.at end as "closesAt"
        from published_edition e join chapter c on c.id = e.chapter_id
        cross join lateral (
          select e.published_at + nullif(${closeAfterDays}::int, 0) * interval '1 day' as at) as closes
        where e.chapter_id = ${chapterId}::uuid and e.locale = ${locale}`
    : []
  return {
    open: open && settings.commenting === 'everyone',
    form: rulesOf(settings),
    threadDepth,
    order,
    avatars,
    closesAt,
  }
}

/** The same for the answer to a form, without asking the database each time; while it is away, as usual. */
export const formRules = (): Promise<FormRules> =>
  discussionNow().then(
    ({ settings }) => rulesOf(settings),
    () => rulesOf(usualDiscussion),
  )

const rulesOf = ({
  nameAndEmailRequired,
  websiteField,
  consentBox,
  mailsToCommenters,
}: Discussion): FormRules => ({
  nameAndEmailRequired,
  websiteField,
  consentBox,
  follow: mailsToCommenters && runtime().sendsMail === true,
  akismet: asksAkismet(),
})
