import { chapterOfMoved, pageOfComment } from '@/lib/comments/thread/queries'
import { chapterPath, commentPath, commentsPath } from '@/lib/i18n/paths'
import { uuidIn } from '@/lib/kernel/ids'
import type { Address } from '../../http/address'
import { redirect } from '../../http/answers'
import { sendOpened, sendPage } from '../../documents/pages'
import { waiterOf } from '../../turns/waiter'
import { reads, route } from '../route'

/** A comment's own address leads to the page of the thread on which it stands by now. */
export const comment = route({
  name: 'comment',
  match: ({ locale, segments }: Address) => {
    const [, room, slug, last, named, ...more] = segments
    const id = uuidIn(named)
    const fits = room === 'chapters' && last === 'comments' && more.length === 0
    return locale && slug && id && fits ? { locale, slug, id } : undefined
  },
  methods: reads,
  limit: 0,
  guard: 'anywhere',
  async answer(visit, asked) {
    const chapter = chapterPath(asked.locale, asked.slug)
    const waiter = waiterOf(visit)
    const found = await visit.site.find(chapter, waiter)
    if (found.kind !== 'here') return sendPage(visit, `${chapter}/comments/${asked.id}`)
    const at = await visit.site.lookups.run(waiter, async () => {
      const page = await pageOfComment(asked.locale, asked.slug, asked.id)
      return { page, moved: page ? undefined : await chapterOfMoved(asked.locale, asked.id) }
    })
    if (!at) return sendOpened(visit, chapter, { kind: 'busy' })
    const { moved } = at
    // There it is found, or led on once more; never back to here.
    if (moved && chapterPath(moved.locale, moved.slug) !== chapter)
      return redirect(visit, 302, commentPath(chapterPath(moved.locale, moved.slug), asked.id))
    // One that has gone, or never was, leads to the others.
    const { page, home } = at.page ?? {}
    return redirect(
      visit,
      302,
      page ? `${commentsPath(chapter, page, home)}#comment-${asked.id}` : `${chapter}#comments`,
    )
  },
})
