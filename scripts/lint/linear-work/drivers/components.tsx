import { renderToStaticMarkup } from 'react-dom/server'
import * as avatar from '@/components/comments/avatar'
import { CommentText } from '@/components/comments/comment-text'
import { nameOf } from '@/components/desk/language/name-of'
import { sentenceFor } from '@/components/desk/language/sentence-for'
import { discussionIn } from '@/components/desk/settings/discussion-fields'
import { deskWords } from '@/lib/i18n/desk-words'
import { each, form } from './driver'

export const components: Record<string, (text: string) => unknown> = {
  ...each('components/comments/avatar.tsx', avatar, 'initials'),
  'components/desk/language/name-of.ts nameOf': (text) => nameOf(deskWords('en').frame, text),
  'components/desk/language/sentence-for.ts sentenceFor': (text) =>
    sentenceFor('en', deskWords('en').problems, text),
  'components/comments/comment-text.tsx CommentText': (text) =>
    renderToStaticMarkup(<CommentText text={text} />),
  'components/desk/settings/discussion-fields.ts discussionIn': (text) =>
    discussionIn(form('gapSeconds', text)),
}
