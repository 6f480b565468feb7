import { redirect, setCommonHeaders } from '../../http/answers'
import { chapterPath } from '@/lib/i18n/paths'
import { commentBodyLimit } from '../../comments/comment-outcome'
import { postComment } from '../../comments/post-comment'
import { sendAnsweredForm } from '../../documents/form-pages'
import { waiterOf } from '../../turns/waiter'
import { readsAndPosts, route } from '../route'

/** `/{locale}/chapters/{slug}/comments`: where the comment form of a chapter is sent. */
export const comments = route({
  name: 'comments',
  match: ({ locale, segments: [, room, slug, last, ...more] }) =>
    locale && room === 'chapters' && slug && last === 'comments' && more.length === 0
      ? { locale, slug }
      : undefined,
  methods: readsAndPosts,
  limit: commentBodyLimit,
  // Who is refused is told in the form, with what was typed.
  guard: 'by-itself',
  async answer(visit, chapter) {
    const { request, response, ip, ours } = visit
    const waiter = waiterOf(visit)
    setCommonHeaders(visit)
    // Somebody reloads, or comes back to, the page that answered a form.
    if (request.method !== 'POST')
      return redirect(visit, 303, `${chapterPath(chapter.locale, chapter.slug)}#respond`)
    const sendPage = (page: Parameters<typeof sendAnsweredForm>[1]) => sendAnsweredForm(visit, page)
    await postComment(request, response, chapter, { ip, ours, waiter }, { sendPage })
  },
})
