import { discussionGroups } from '@/components/desk/settings/discussion-fields'
import { usualDiscussion } from '@/lib/comments/discussion/settings'
import { versionOf } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import type { actions } from '@/lib/people/policy/doors'
import { ofRanking, type Rows } from './rows'

function form(fields: Record<string, string>) {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}

const doc = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'It goes on.' }] }],
}

const settings = () =>
  Object.fromEntries(
    discussionGroups.flatMap(({ fields }) =>
      fields.map(({ name }) => {
        const value = usualDiscussion[name as keyof typeof usualDiscussion]
        return [name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)]
      }),
    ),
  )

/** What each action is called with, so that it does something where it may. */
export const callOf: Record<keyof typeof actions, (rows: Rows) => unknown[]> = {
  signInAction: () => [undefined, form({ email: 'zeisig@example.org', password: 'x' })],
  forgotAction: () => [undefined, form({ email: 'zeisig@example.org' })],
  welcomeAction: () => [
    'x',
    undefined,
    form({ name: 'x', email: 'x@example.org', password: 'a long enough one' }),
  ],
  secondStepAction: () => [undefined, form({ code: '123456' })],
  passkeyAction: () => [undefined, form({ passkey: 'x' })],
  stopEmailAction: () => ['x', undefined],
  setPasswordAction: () => ['x', undefined, form({ password: 'a long enough one' })],
  askAgainAction: () => ['x', undefined],
  signOutAction: () => [],
  // A password that is wrong is counted.
  secondFactorAction: () => [undefined, form({ deed: 'begin app', 'sure-password': 'not this one' })],
  emailAction: () => [undefined, form({ email: 'new@example.org', current: 'not this one' })],
  confirmEmailAction: () => ['x', undefined, form({})],
  passwordAction: () => [undefined, form({ current: 'not this one', password: 'a long enough one' })],
  sessionsAction: () => [undefined, form({ deed: 'others' })],
  ownAccountAction: () => [undefined, form({ name: 'Another name', locale: '', zone: '' })],
  decideAction: ({ comment }) => [
    undefined,
    form({ commentId: comment.id, seen: 'pending', becomes: 'approved' }),
  ],
  decideAllAction: ({ comment }) => [
    { presses: [{ commentId: comment.id, seen: 'pending', becomes: 'spam' }] },
  ],
  startBulkAction: () => [
    undefined,
    form({ view: 'status=pending', becomes: 'trash', until: '2999-01-01T00:00:00.000Z' }),
  ],
  changeBulkAction: ({ bulk }) => [undefined, form({ id: bulk.id, deed: 'cancel' })],
  bulkProgressAction: ({ bulk }) => [{ ids: [bulk.id] }],
  savedViewAction: () => [undefined, form({ deed: 'save', name: newId(), view: 'status=pending' })],
  replyAction: ({ comment }) => [
    undefined,
    form({ commentId: comment.id, seen: 'pending', text: 'An answer' }),
  ],
  makeRuleAction: () => [
    undefined,
    form({ kind: 'host', value: `${newId()}.example`, effect: 'hold', reason: 'A reason', until: '' }),
  ],
  endRuleAction: ({ rule }) => [undefined, form({ id: rule.id, name: 'x' })],
  editCommentAction: ({ comment }) => [
    undefined,
    form({
      deed: 'save',
      commentId: comment.id,
      version: versionOf(comment),
      name: 'Another name',
      url: '',
      text: 'Other words.',
      why: 'mistake',
      reason: '',
    }),
  ],
  moveCommentAction: ({ comment, other }) => [
    undefined,
    form({
      deed: 'move',
      commentId: comment.id,
      seenId: comment.editionId,
      editionId: other.editionId,
    }),
  ],
  // A password that is wrong is counted.
  deleteCommentAction: ({ comment }) => [
    undefined,
    form({ commentId: comment.id, version: versionOf(comment), 'sure-password': 'not this one' }),
  ],
  checkAllAction: () => [],
  reviewAction: () => [],
  checkAgainAction: ({ comment }) => [undefined, form({ commentId: comment.id })],
  newWordAction: () => [undefined, form({ pattern: newId(), list: 'moderation', intent: 'add' })],
  removeWordAction: ({ word }) => [form({ id: word.id })],
  closeCommentsAction: ({ edition }) => [undefined, form({ chapterId: edition.chapterId, closed: 'yes' })],
  changeDiscussionAction: () => [undefined, form(settings())],
  createChapterAction: () => [
    undefined,
    form({ series: '', seriesTitle: 'A series', number: '', locale: 'en', title: 'A title' }),
  ],
  addEditionAction: ({ edition }) => [
    undefined,
    form({ chapterId: edition.chapterId, locale: 'ja', title: 'A title', slug: `s-${newId()}` }),
  ],
  saveDraftAction: ({ draft }) => [
    {
      editionId: draft.editionId,
      basedOn: draft.revisionId,
      title: 'A title',
      summary: '',
      doc,
      slug: draft.slug,
      tags: [],
    },
  ],
  publishAction: ({ draft: { editionId, revisionId } }) => [{ editionId, revisionId }],
  withdrawAction: ({ edition: { editionId } }) => [{ editionId, forGood: false }],
  recordRankingAction: ({ edition }) => [
    undefined,
    form({
      ...ofRanking('A subject'),
      place: '1',
      asOf: '2026-01-01',
      country: '',
      chapterId: edition.chapterId,
    }),
  ],
  removeRankingAction: ({ ranking, edition }) => [form({ id: ranking.id, chapterId: edition.chapterId })],
  peopleAction: ({ person }) => [undefined, form({ deed: 'disable', personId: person.id })],
}
