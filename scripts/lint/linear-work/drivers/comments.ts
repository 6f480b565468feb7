import { authorMark } from '@/lib/comments/submit/marks'
import { authorPace } from '@/lib/comments/submit/rate-keys'
import * as commentFields from '@/lib/comments/submit/fields'
import { readCommentText, readSubmission, showable } from '@/lib/comments/submit/schema'
import { readDiscussion } from '@/lib/comments/discussion/settings'
import { disguisesIn } from '@/lib/comments/disguises/letters'
import * as statusToken from '@/lib/comments/author/link-token'
import { each } from './driver'

export const comments: Record<string, (text: string) => unknown> = {
  ...each('lib/comments/author/link-token.ts', statusToken, 'looksLikeToken'),
  'lib/comments/disguises/letters.ts disguisesIn': (text) => disguisesIn([text, text]),
  'lib/comments/submit/marks.ts authorMark': (text) => authorMark({ name: text, email: '' }),
  'lib/comments/submit/rate-keys.ts authorPace': (text) => authorPace('secret', { email: text, name: text }),
  ...each(
    'lib/comments/submit/fields.ts',
    commentFields,
    ...(['commentText', 'personsName', 'emailAddress', 'webAddress', 'shortLine', 'honeypotOf'] as const),
  ),
  'lib/comments/submit/schema.ts readCommentText': (text) => readCommentText(text),
  'lib/comments/submit/schema.ts readSubmission': (text) => readSubmission(commentForm(text)),
  'lib/comments/submit/schema.ts showable': (text) => showable(commentForm(text)),
  'lib/comments/discussion/settings.ts readDiscussion': (text) =>
    readDiscussion({ order: text, gapSeconds: text }),
  'lib/comments/author/link-token.ts readStatusToken': (text) => statusToken.readStatusToken('secret', text),
  'lib/comments/author/link-token.ts readReceivedToken': (text) =>
    statusToken.readReceivedToken('secret', { token: text, chapterId: text }, 0),
}

const commentForm = (text: string) => ({
  comment: text,
  author: text,
  email: text,
  url: text,
  answer: text,
  company: text,
  follow: text,
  work: text,
  chapter: '01a208af-3488-74c4-9140-a2d8a403899e',
})
