import { discussionGroups } from '@/components/desk/settings/discussion-fields'
import { deskLimits, formDoor, type Door, type DoorForm } from './door'
import { callWith, callWithForm, multipart, type Encoding, type Fields } from './fillings'
import { admin, type Site } from '../site'
import { actionsOfBuild } from './hostile-calls'

interface Described extends Omit<DoorForm, 'limit' | 'headers'> {
  /** Called by people who are not signed in. */
  open?: true
}

const id = '00000000-0000-7000-8000-000000000000'
const form = callWithForm('["$K1"]')
/** A form whose action is told what it answered before. */
const formAfter = callWithForm('[{},"$K1"]')
const formOfLink = callWithForm('["x",{},"$K1"]')

interface Rows {
  edition: string
  chapter: string
  comment: string
}

const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** What each action of the desk reads, by its name in the code. */
function described(
  { edition, chapter, comment }: Rows,
  fresh: () => Promise<Fields>,
): Record<string, Described[]> {
  const draft = callWith(({ doc, tag, ...rest }) => ({ ...rest, doc: paragraph(doc!), tags: [tag] }))
  const drafted = { editionId: edition, basedOn: id, title: 'Title', summary: '', doc: 'Text', slug: 'a-slug', tag: 'tag', originalDate: '', source: '', translator: '' } // prettier-ignore
  const settings = discussionGroups.flatMap(({ fields }) => fields)
  // One of each kind is read as the others of its kind are.
  const kinds = ['number', 'choice', 'yes-no'].flatMap((kind) =>
    settings.filter((one) => one.kind === kind).slice(0, 1),
  )
  const word = { pattern: 'lamp', list: 'moderation', note: '', until: '' }
  const begun = { locale: 'ja', title: 'Title', slug: '', translator: '', seriesTitle: 'Series' }
  const decided = {
    commentId: comment,
    seen: 'pending',
    becomes: 'approved',
    read: id,
    name: 'Rosa',
    undo: '',
  }
  const reply = { commentId: comment, text: 'A reply', seen: 'pending', read: id }
  const one = (encoding: Encoding, fields: Fields, more: Partial<Described> = {}) => [
    { encoding, fields, ...more },
  ]
  return {
    signOutAction: one(form, { none: '' }, { open: true }),
    saveDraftAction: [
      ...one(draft, drafted, { fresh }),
      ...one(draft, drafted, { fresh, characters: 65_000, only: ['title', 'summary', 'doc', 'slug', 'tag', 'source'] }),
    ],
    publishAction: one(callWith((fields) => fields), { editionId: edition, revisionId: id, at: '' }),
    withdrawAction: one(callWith((fields) => fields), { editionId: id, forGood: '' }),
    recordRankingAction: one(formAfter, { chapterId: chapter, kind: 'chapter', subject: 'x', place: '1', country: 'JP', service: 'x', sourceUrl: 'https://example.org/', asOf: '2026-01-01' }), // prettier-ignore
    removeRankingAction: one(form, { id, chapterId: chapter }),
    addEditionAction: one(formAfter, { ...begun, chapterId: id, translatedFromId: '' }),
    createChapterAction: one(formAfter, { ...begun, series: '', number: '1', originalDate: '', source: 'x'.repeat(1_001) }),
    secondFactorAction: one(formAfter, { deed: 'add passkey', id: 'x', code: 'x', name: 'Phone', passkey: '', 'sure-password': 'x', 'sure-passkey': '' }),
    ownAccountAction: one(formAfter, { name: 'Rosa', locale: 'none', zone: 'UTC' }),
    emailAction: one(formAfter, { deed: 'ask', email: 'none', current: 'x' }),
    passwordAction: one(formAfter, { current: 'x', password: 'x' }),
    sessionsAction: one(formAfter, { deed: 'one', sessionId: id }),
    confirmEmailAction: one(formOfLink, { none: '' }),
    stopEmailAction: one(formOfLink, { none: '' }, { open: true }),
    peopleAction: one(formAfter, { deed: 'add', name: 'Rosa', email: 'none', role: 'editor', personId: id }),
    replyAction: [...one(formAfter, reply), ...one(formAfter, reply, { characters: 65_000, only: ['text'] })],
    decideAction: one(formAfter, decided),
    decideAllAction: one(callWith((press) => ({ presses: [press] })), decided),
    startBulkAction: one(formAfter, { view: 'status=pending&q=lamp', until: 'x'.repeat(30), becomes: 'spam' }),
    changeBulkAction: one(formAfter, { id, deed: 'undo' }),
    bulkProgressAction: one(callWith((given) => ({ ids: [given.id] })), { id }),
    savedViewAction: one(formAfter, { view: 'status=pending&q=lamp', name: 'x'.repeat(101), forAll: 'yes', deed: 'save', id, was: 'x' }),
    editCommentAction: [
      ...one(formAfter, { deed: 'save', commentId: comment, version: id, name: 'Rosa', url: 'https://example.org/', text: 'Words', why: 'mistake', reason: 'A reason' }),
      ...one(formAfter, { deed: 'save', commentId: comment, version: id, text: 'Words', reason: 'A reason' }, { characters: 65_000, only: ['text', 'reason'] }),
      ...one(formAfter, { deed: 'undo', editId: id }),
    ],
    moveCommentAction: [...one(formAfter, { deed: 'move', commentId: comment, seenId: edition, editionId: id }), ...one(formAfter, { deed: 'undo', moveId: id })],
    deleteCommentAction: one(formAfter, { commentId: comment, version: id, 'sure-password': 'x', 'sure-passkey': '' }),
    reviewAction: one(form, { none: '' }),
    checkAllAction: one(form, { none: '' }),
    checkAgainAction: one(formAfter, { commentId: id }),
    makeRuleAction: one(callWithForm('[{"typed":{},"problems":[]},"$K1"]'), { kind: 'network', value: 'x', effect: 'hold', reason: 'x', until: '2100-01-01' }),
    endRuleAction: one(formAfter, { id, name: 'x' }),
    closeCommentsAction: one(formAfter, { chapterId: id, closed: 'no' }),
    changeDiscussionAction: one(formAfter, Object.fromEntries(kinds.map(({ name }) => [name, 'x']))),
    removeWordAction: one(form, { id }),
    newWordAction: [...one(formAfter, { ...word, intent: 'preview' }), ...one(formAfter, { ...word, list: 'none', intent: 'add' })],
    signInAction: one(formAfter, { email: 'nobody@example.org', password: 'x' }, { open: true }),
    secondStepAction: [...one(formAfter, { code: 'x' }, { open: true }), ...one(formAfter, { 'recovery-code': 'x' }, { open: true })],
    passkeyAction: one(formAfter, { passkey: 'x' }, { open: true }),
    forgotAction: one(formAfter, { email: 'nobody@example.org' }, { open: true }),
    setPasswordAction: one(formOfLink, { password: 'x' }, { open: true }),
    welcomeAction: one(formOfLink, { name: 'Rosa', email: admin.email, password: 'x' }, { open: true }),
    askAgainAction: one(formOfLink, { none: '' }, { open: true }),
  } // prettier-ignore
}

/** Every action of the build, each field of it filled, called from its own page. */
export async function actionDoors(
  site: Site,
  { cookie, folder }: { cookie: string; folder: string },
): Promise<Door[]> {
  const [rows] = await site.query<Rows>(
    `select e.id as edition, e.chapter_id as chapter, (select id from comment limit 1) as comment from edition e limit 1`,
  )
  // A draft is kept only where it is based on the newest one.
  const fresh = async () => {
    const newest = 'select id from revision where edition_id = $1 order by number desc limit 1'
    const [revision] = await site.query<{ id: string }>(newest, [rows!.edition])
    return { basedOn: revision!.id }
  }
  const known = described(rows!, fresh)
  const places: Record<string, string> = {
    editionId: rows!.edition,
    commentId: rows!.comment,
    bulkId: id,
    token: 'x',
  }

  return actionsOfBuild(folder).flatMap(({ id: actionId, name, page }) => {
    if (!known[name])
      throw new Error(`What does ${name} read? It is on no list in e2e/support/hostile/every-action.ts`)
    const address = page.replace(/\[(\w+)\]/g, (_all, place: string) => places[place] ?? 'x')
    return known[name].flatMap(({ open, ...form }, number) => {
      const which = form.characters ? 'up to 65,000 characters' : form.fields.intent
      const title = number ? `${name}, ${which}` : name
      const headers = { 'next-action': actionId, accept: 'text/x-component', ...(open ? {} : { cookie }) }
      const ofStaff = page === '/desk/chapters/[editionId]' ? deskLimits.editor : deskLimits.staff
      const limit = open ? deskLimits.stranger : ofStaff
      const doors = [formDoor(title, address, { ...form, limit, headers })]
      return name === 'signInAction' ? [...doors, plainForm(actionId, address, form.fields)] : doors
    })
  })
}

/** The form of a browser without scripts: React's own fields are fields too. */
function plainForm(actionId: string, address: string, fields: Fields): Door {
  const described = {
    $ACTION_REF_1: '',
    '$ACTION_1:0': `{"id":"${actionId}","bound":"$@1"}`,
    '$ACTION_1:1': '[{}]',
  }
  const all = { ...described, $ACTION_KEY: 'k', ...fields }
  return formDoor('sign-in, plain form', address, {
    encoding: multipart,
    fields: all,
    limit: deskLimits.stranger,
  })
}
