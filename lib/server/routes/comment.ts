import { pageOfComment } from '@/lib/comments/queries'
import { commentsPath } from '@/lib/i18n/paths'
import { uuidIn } from '@/lib/kernel/ids'
import type { Address } from '../address'
import { redirect } from '../answers'
import { pathOf } from '../comment-door'
import { sendPage } from '../pages'
import { reads, route } from './route'

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
    const chapter = pathOf(asked)
    const found = await pageOfComment(asked.locale, asked.slug, asked.id)
    if (found)
      return redirect(visit, 302, `${commentsPath(chapter, found.page, found.home)}#comment-${asked.id}`)
    // One that has gone, or never was, leads to the others.
    const { status } = await visit.site.door.get(chapter)
    return status === 200
      ? redirect(visit, 302, `${chapter}#comments`)
      : sendPage(visit, `${chapter}/comments/${asked.id}`)
  },
})
