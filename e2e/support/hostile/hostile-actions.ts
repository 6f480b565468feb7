// A table, and so longer than other files: one entry for each action, with what strangers send it.

import { usualDiscussion } from '@/lib/comments/discussion/settings'
import { newId } from '@/lib/kernel/ids'
import { commentVersion } from '@/lib/moderation/edits/version'
import { hashOf, newToken } from '@/lib/people/links/setup-link'
import type { Fields } from './hostile-calls'
import { toBeStored } from './hostile'
import { editor, type Site } from '../site'

/** What there is on a site for actions to be about. */
export interface Known {
  commentId: string
  /** What stands for it as it is now. */
  version: string
  editionId: string
  chapterId: string
  revisionId: string
  /** Of another chapter, which may be withdrawn. */
  another: { editionId: string; revisionId: string; chapterId: string }
  personId: string
  wordId: string
  rankingId: string
  token: string
  parameters: Record<string, string>
}

export async function whatIsKnown({ query }: Site, token: string): Promise<Known> {
  const editions = await query<{ editionId: string; chapterId: string; revisionId: string }>(
    `select distinct on (e.id) e.id as "editionId", e.chapter_id as "chapterId", r.id as "revisionId"
     from edition e join revision r on r.edition_id = e.id join publication p on p.edition_id = e.id
     where e.locale = 'en' order by e.id, r.number desc limit 2`,
  )
  const one = async (sql: string) => (await query<{ id: string }>(sql))[0]?.id ?? newId()
  const commentId = await one(`select id from comment order by sent_at, id limit 1`)
  const [comment] = await query<{ version: string }>(
    `select ${commentVersion.sql} as version from comment c where c.id = $1`,
    [commentId],
  )
  return {
    ...editions[0]!,
    another: editions[1]!,
    commentId,
    version: comment?.version ?? 'x',
    personId: await one(`select id from person where email = '${editor.email}'`),
    wordId: await one('select id from word_rule limit 1'),
    rankingId: await one('select id from ranking_fact limit 1'),
    token,
    parameters: { editionId: editions[0]!.editionId, commentId, token },
  }
}

/** A link by which the editor, who is not disabled, sets a password. */
export async function giveLink({ query }: Site) {
  const token = newToken()
  await query('delete from setup_link')
  await query('update person set disabled_at = null')
  await query(
    `insert into setup_link (token_hash, person_id, expires_at)
     select $1, id, now() + interval '1 day' from person where email = $2`,
    [hashOf(token), editor.email],
  )
  return token
}

/** What an action takes when all is well. */
export interface Takes {
  /** The arguments before the form: those that the page has bound, and the state before. None: the form alone. */
  before?: (known: Known) => unknown[]
  /** Forms that it takes, each with every field; `number` differs each time. */
  forms?: (known: Known, number: number) => Fields[]
  /** Its one argument, where that is no form. */
  input?: (known: Known, number: number) => Record<string, unknown>
}

const state = () => ['$undefined']
const bound = ({ token }: Known) => [token, '$undefined']
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** A chapter made of nothing but such texts. */
export const hostileDocument = () => ({ type: 'doc', content: toBeStored().map(paragraph) })

const settings = Object.fromEntries(
  Object.entries(usualDiscussion).map(([name, value]) => [
    name,
    value === true ? 'yes' : value === false ? 'no' : String(value),
  ]),
)

/** Every action of the build. */
export const takenBy: Record<string, Takes> = {
  signInAction: { before: state, forms: () => [{ email: editor.email, password: 'not the password' }] },
  forgotAction: { before: state, forms: () => [{ email: editor.email }] },
  secondStepAction: { before: state, forms: () => [{ code: '000000' }, { 'recovery-code': 'x' }] },
  passkeyAction: { before: state, forms: () => [{ passkey: '{"id":"x"}' }] },
  secondFactorAction: {
    before: state,
    forms: () =>
      ['begin app', 'confirm app', 'end app', 'add passkey', 'remove passkey', 'new recovery codes'].map(
        (deed) => ({ deed, id: 'x', code: '000000', name: 'x', passkey: '{}', 'sure-passkey': '{}' }),
      ),
  },
  emailAction: {
    before: state,
    forms: (_known, number) =>
      ['change', 'cancel'].map((deed) => ({ deed, email: `new-${number}@example.org`, current: 'not this' })),
  },
  confirmEmailAction: { before: bound, forms: () => [{}] },
  stopEmailAction: { before: bound, forms: () => [{}] },
  passwordAction: {
    before: state,
    forms: () => [{ current: 'not the password', password: 'the tide turns at noon' }],
  },
  sessionsAction: {
    before: state,
    forms: () => ['one', 'others'].map((deed) => ({ deed, sessionId: newId() })),
  },
  startBulkAction: {
    before: state,
    forms: () => [{ view: 'status=pending&q=lamp', becomes: 'spam', until: '2026-01-01T00:00:00.000Z' }],
  },
  changeBulkAction: {
    before: state,
    forms: () => ['cancel', 'undo'].map((deed) => ({ deed, id: newId() })),
  },
  bulkProgressAction: { input: () => ({ ids: [newId()] }) },
  savedViewAction: {
    before: state,
    forms: (_known, number) =>
      ['save', 'rename', 'remove'].map((deed) => ({
        deed,
        id: newId(),
        name: `A view ${number}`,
        was: 'A view',
        view: 'status=pending&q=lamp',
        forAll: 'yes',
      })),
  },
  checkAllAction: {},
  reviewAction: {},
  checkAgainAction: { before: state, forms: ({ commentId }) => [{ commentId }] },
  newWordAction: {
    before: () => [{ typed: {} }],
    forms: (_known, number) =>
      ['add', 'preview'].map((intent) => ({
        pattern: `word ${number}`,
        list: 'moderation',
        note: 'A note',
        until: '2100-01-01',
        intent,
      })),
  },
  removeWordAction: { forms: ({ wordId: id }) => [{ id }] },
  decideAction: {
    before: state,
    forms: ({ commentId }) => [
      { commentId, seen: 'pending', becomes: 'approved', read: 'x', name: 'Rosa', undo: '' },
    ],
  },
  decideAllAction: {
    input: ({ commentId }) => ({
      presses: [{ commentId, seen: 'pending', becomes: 'approved', read: 'x', name: 'Rosa', undoes: false }],
    }),
  },
  replyAction: {
    before: () => [{}],
    forms: ({ commentId }, number) => [
      { commentId, seen: 'approved', text: `An answer, ${number}`, read: undefined },
      { commentId, seen: 'pending', text: `An answer, ${number}`, read: undefined },
    ],
  },
  changeDiscussionAction: {
    before: () => [{ settings: usualDiscussion, problems: {} }],
    forms: () => [settings],
  },
  editCommentAction: {
    before: state,
    forms: ({ commentId, version }) => [
      {
        deed: 'save',
        commentId,
        version,
        name: 'Rosa',
        url: 'https://example.org/',
        text: 'Words',
        why: 'mistake',
        reason: 'A reason',
      },
      { deed: 'undo', editId: newId() },
    ],
  },
  moveCommentAction: {
    before: state,
    forms: ({ commentId, editionId, another }) => [
      { deed: 'move', commentId, seenId: editionId, editionId: another.editionId },
      { deed: 'undo', moveId: newId() },
    ],
  },
  deleteCommentAction: {
    before: state,
    forms: ({ commentId, version }) => [
      { commentId, version, 'sure-password': 'not the password', 'sure-passkey': '{}' },
    ],
  },
  makeRuleAction: {
    before: () => [{ typed: {}, problems: [] }],
    forms: (_known, number) =>
      ['author', 'address', 'network', 'host'].map((kind) => ({
        kind,
        value: `host-${number}.example`,
        effect: 'hold',
        reason: 'A reason',
        until: '2100-01-01',
      })),
  },
  endRuleAction: { before: state, forms: () => [{ id: newId(), name: 'x' }] },
  closeCommentsAction: {
    before: () => [{}],
    forms: ({ another: { chapterId } }) => [{ chapterId, closed: 'yes' }],
  },
  createChapterAction: {
    before: () => [{ typed: {}, problems: {} }],
    forms: (_known, number) => [
      {
        series: '',
        seriesTitle: `A series ${number}`,
        number: '',
        locale: 'en',
        title: 'A title',
        slug: `slug-${number}`,
        originalDate: '2001-02-03',
        source: 'A source',
        translator: 'Somebody',
      },
    ],
  },
  addEditionAction: {
    before: () => [{ typed: {}, problems: {} }],
    forms: ({ chapterId, editionId }, number) => [
      {
        chapterId,
        translatedFromId: editionId,
        locale: ['ja', 'ar'][number % 2]!,
        title: 'A title',
        slug: `edition-${number}`,
        translator: 'Somebody',
        seriesTitle: 'A series',
      },
    ],
  },
  saveDraftAction: {
    input: ({ editionId, revisionId }, number) => ({
      editionId,
      basedOn: revisionId,
      title: 'A title',
      summary: 'A summary',
      slug: `draft-${number}`,
      doc: hostileDocument(),
      tags: ['lamp'],
      originalDate: '2001-02-03',
      source: 'A source',
      translator: 'Somebody',
    }),
  },
  publishAction: {
    input: ({ another: { editionId, revisionId } }) => ({
      editionId,
      revisionId,
      at: '2026-01-01T00:00:00Z',
    }),
  },
  withdrawAction: { input: ({ another: { editionId } }) => ({ editionId, forGood: false }) },
  recordRankingAction: {
    before: () => [{ attempt: 0, typed: {}, problems: {} }],
    forms: ({ chapterId }, number) => [
      {
        chapterId,
        kind: 'hashtag',
        subject: `subject ${number}`,
        place: '3',
        country: 'jp',
        service: 'Somewhere',
        sourceUrl: 'https://example.org/ranking',
        asOf: '2024-05-06',
      },
    ],
  },
  removeRankingAction: { forms: ({ rankingId: id, chapterId }) => [{ id, chapterId }] },
  ownAccountAction: {
    before: () => [{}],
    forms: () => [{ name: 'Ada', locale: 'en', zone: 'Asia/Tokyo' }],
  },
  peopleAction: {
    before: state,
    forms: ({ personId }, number) => [
      { deed: 'add', name: 'Somebody', email: `person-${number}@example.org`, role: 'editor' },
      ...['link', 'make admin', 'make editor', 'disable', 'enable'].map((deed) => ({ deed, personId })),
    ],
  },
  welcomeAction: {
    before: bound,
    forms: (_known, number) => [
      { name: 'Somebody', email: `first-${number}@example.org`, password: 'a long enough password' },
    ],
  },
  setPasswordAction: { before: bound, forms: () => [{ password: 'a long enough password' }] },
  askAgainAction: { before: bound },
  // The last one: it ends the session by which the others are called.
  signOutAction: {},
}
