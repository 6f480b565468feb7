import { renderToStaticMarkup } from 'react-dom/server'
import * as avatar from '@/components/comments/avatar'
import { CommentText } from '@/components/comments/comment-text'
import * as problemWords from '@/components/desk/error-messages'
import * as nameOf from '@/components/desk/queue/card/name-of'
import { discussionIn } from '@/components/desk/settings/discussion-fields'
import { each, form } from './driver'

export const components: Record<string, (text: string) => unknown> = {
  ...each('components/comments/avatar.tsx', avatar, 'initials'),
  ...each('components/desk/error-messages.ts', problemWords, 'sentenceFor'),
  ...each('components/desk/queue/card/name-of.ts', nameOf, 'nameOf'),
  'components/comments/comment-text.tsx CommentText': (text) =>
    renderToStaticMarkup(<CommentText text={text} />),
  'components/desk/settings/discussion-fields.ts discussionIn': (text) =>
    discussionIn(form('gapSeconds', text)),
}
