import { beforeAll, describe, expect, test } from 'vitest'
import { commentOfAuthor } from '@/lib/comments/author/queries'
import { publishedThread } from '@/lib/comments/thread/queries'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { changeOwn, eraseOwn } from '../decisions/author-commands'
import { decide } from '../decisions/commands'
import { commentHistory } from '../decisions/history-queries'
import { queuedComment, queuePage } from '../queue/queries'
import { editComment, undoEdit } from './commands'
import { forgetEdits } from './retention-commands'

let editor: StaffActor
let other: StaffActor
beforeAll(async () => {
  editor = await anActor('editor', 'Edda')
  other = await anActor('editor', 'Otto')
})

const seen = async (id: string) => (await queuedComment(editor, id))!
/** What the form of a comment brings, with some of it changed. */
async function typed(commentId: string, changes: object = {}) {
  const { name, url, text, version } = await seen(commentId)
  return { commentId, version, name, url: url ?? '', text, why: '', reason: '', ...changes }
}
async function edited(id: string, changes: object, actor = editor) {
  const outcome = await editComment(actor, await typed(id, changes))
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.editId
}
const standing = (id: string) =>
  db.comment.findUniqueOrThrow({ where: { id }, select: { name: true, url: true, text: true, status: true } })

describe('an edit', () => {
  test('changes name, website and text, keeps the state, and is kept with its reason', async () => {
    const { id } = await aComment({ status: 'approved', url: 'https://example.org/' })
    const wish = {
      name: ' Reá ',
      url: 'example.net',
      text: 'I liked  this.',
      why: 'mistake',
      reason: 'A slip',
    }
    const editId = await edited(id, wish)
    expect(await standing(id)).toEqual({
      name: 'Reá',
      url: 'https://example.net/',
      text: 'I liked  this.',
      status: 'approved',
    })
    expect(await db.commentEdit.findUnique({ where: { id: editId } })).toMatchObject({
      byId: editor.id,
      before: { name: 'Rea', url: 'https://example.org/', text: 'I liked this.' },
      after: { name: 'Reá', url: 'https://example.net/', text: 'I liked  this.' },
      why: 'mistake',
      reason: 'A slip',
    })
    expect(await seen(id)).toMatchObject({ edited: { by: 'Edda' } })
    expect((await seen(id)).changed).toBeUndefined()
  })

  test('is followed by readers’ pages, the search, the history and the author’s page', async () => {
    const comment = await aComment({ status: 'approved' })
    const { id, chapterId } = comment
    const word = `kept${id.slice(-12)}`
    await edited(id, { text: `Now it says ${word}`, why: 'insult' })
    expect((await publishedThread(chapterId))!.comments).toMatchObject([{ text: `Now it says ${word}` }])
    const found = await queuePage(editor, { status: 'approved', filters: { q: word } })
    expect(found.comments.map((one) => one.id)).toEqual([id])
    expect((await commentHistory(editor, id))!.happenings).toMatchObject([
      { kind: 'edit', by: 'Edda', why: 'insult', before: { text: 'I liked this.' } },
      { kind: 'sent' },
    ])
    expect(await commentOfAuthor(id)).toMatchObject({ staffEdit: { why: 'insult', reason: null } })
  })

  test('of what is not checked yet leaves the question anew; of what has been checked, none', async () => {
    const [fresh, checked] = [await aComment({ traced: true }), await aComment({ traced: true })]
    await db.uncheckedComment.deleteMany({ where: { commentId: checked.id } })
    for (const { id } of [fresh, checked]) await edited(id, { text: 'Other words' })
    const { rows } = await pool().query<{ id: string }>(
      `select data->>'commentId' as id from pgboss.job where name = 'check-spam' and data->>'reason' = 'edit'
         and data->>'commentId' = any ($1)`,
      [[fresh.id, checked.id]],
    )
    expect(rows.map(({ id }) => id)).toEqual([fresh.id])
  })

  test.each(
    [
      ['text', ' \n ', 'comment-missing'],
      ['text', 'x'.repeat(65_526), 'comment-long'],
      ['name', 'x'.repeat(246), 'commenter-long'],
      ['url', 'no address', 'url-wrong'],
      ['url', `https://example.org/${'x'.repeat(300)}`, 'website-long'],
      ['why', 'because', 'choice-wrong'],
      ['reason', 'x'.repeat(2_001), 'reason-long'],
    ].map(([field, value, problem]) => ({ field: field!, value, problem })),
  )('is refused at its field: $field, $problem', async ({ field, value, problem }) => {
    const { id } = await aComment()
    expect(await editComment(editor, await typed(id, { [field]: value }))).toMatchObject({
      refusal: 'input-broken',
      problems: { [field]: problem },
    })
  })

  test('may take the name away, as a form may leave it out', async () => {
    const { id } = await aComment()
    await edited(id, { name: '' })
    expect(await standing(id)).toMatchObject({ name: '' })
  })

  test('leaves a colleague’s name under their badge', async () => {
    const { id } = await aComment({ status: 'approved' })
    await db.comment.update({ where: { id }, data: { staffId: other.id } })
    await edited(id, { name: 'Somebody', text: 'Other words' })
    expect(await standing(id)).toMatchObject({ name: 'Rea', text: 'Other words' })
  })

  test('of what somebody else has changed meanwhile is refused, with who and when', async () => {
    const { id } = await aComment({ status: 'approved' })
    const wish = await typed(id, { text: 'Mine' })
    await edited(id, { text: 'Theirs' }, other)
    expect(await editComment(editor, wish)).toEqual({
      ok: false,
      refusal: 'edited-since',
      by: 'Otto',
      at: expect.any(Date) as Date,
    })
    await changeOwn(id, 'By its author')
    expect(await editComment(editor, wish)).toMatchObject({ refusal: 'edited-since', by: null })
    expect(await standing(id)).toMatchObject({ text: 'By its author' })
  })

  test('that comes twice is one', async () => {
    const { id } = await aComment()
    const wish = await typed(id, { text: 'Once' })
    const [first, second] = [await editComment(editor, wish), await editComment(editor, wish)]
    expect(second).toEqual(first)
    expect(await db.commentEdit.count({ where: { commentId: id } })).toBe(1)
    expect(await editComment(editor, await typed(id))).toMatchObject({ refusal: 'nothing-changed' })
  })

  test('is not there for what its author erased, nor for nothing', async () => {
    const { id } = await aComment()
    const wish = await typed(id, { text: 'Mine' })
    await eraseOwn(id)
    expect(await editComment(editor, wish)).toMatchObject({ refusal: 'erased-by-author' })
    const commentId = '00000000-0000-7000-8000-000000000000'
    expect(await editComment(editor, { ...wish, commentId })).toMatchObject({ refusal: 'not-found' })
    expect(await editComment(editor, { ...wish, commentId: 'x' })).toMatchObject({ refusal: 'form-broken' })
  })

  test('keeps a decision from being made about words that nobody has read', async () => {
    const { id } = await aComment()
    const { seal } = await seen(id)
    await edited(id, { text: 'Other words' }, other)
    const decision = { commentId: id, seen: 'pending', becomes: 'approved', read: seal } as const
    expect(await decide(editor, decision)).toMatchObject({ refusal: 'text-changed' })
  })
})

describe('the way back', () => {
  test('is a further edit, and one however often it is pressed', async () => {
    const { id } = await aComment({ status: 'approved' })
    const editId = await edited(id, { text: 'Other words' })
    const back = await undoEdit(editor, { editId })
    expect(await undoEdit(editor, { editId })).toEqual(back)
    expect(await standing(id)).toMatchObject({ text: 'I liked this.' })
    expect((await commentHistory(editor, id))!.happenings).toMatchObject([
      { kind: 'edit', undoes: true },
      { kind: 'edit', undoes: false },
      { kind: 'sent' },
    ])
  })

  test('is refused when somebody has changed it since, with who and when', async () => {
    const { id } = await aComment()
    const editId = await edited(id, { text: 'Other words' })
    await edited(id, { text: 'Theirs' }, other)
    expect(await undoEdit(editor, { editId })).toMatchObject({ refusal: 'edited-since', by: 'Otto' })
    expect(await standing(id)).toMatchObject({ text: 'Theirs' })
  })

  test('is gone with what was kept, after thirty days or when its author erases', async () => {
    const { id } = await aComment()
    const editId = await edited(id, { text: 'Other words', reason: 'Rea said so' })
    const { id: old } = await aComment()
    const before = { name: 'Rea', url: null, text: 'Before' }
    const kept = { byId: editor.id, before, after: { ...before, text: 'I liked this.' }, why: 'mistake' }
    const at = (days: number) => new Date(Date.now() - days * 86_400_000)
    await db.commentEdit.createMany({
      data: [
        { ...kept, id: old, commentId: old, at: at(30.1) },
        { ...kept, id: id, commentId: old, at: at(29.9) },
      ],
    })
    await forgetEdits()
    expect(await undoEdit(editor, { editId: old })).toMatchObject({ refusal: 'edit-forgotten' })
    expect(await db.commentEdit.findUnique({ where: { id: old } })).toMatchObject({
      after: null,
      why: 'mistake',
    })
    expect(await undoEdit(editor, { editId: id })).toMatchObject({ ok: true })
    await eraseOwn(id)
    expect(await undoEdit(editor, { editId })).toMatchObject({ refusal: 'erased-by-author' })
    expect(await db.commentEdit.findUnique({ where: { id: editId } })).toMatchObject({
      before: null,
      after: null,
      reason: null,
    })
  })
})

test('what is kept of an edit is changed by nobody, and goes with its comment alone', async () => {
  const { id: commentId } = await aComment()
  const editId = await edited(commentId, { text: 'Other words' })
  const run = (sql: string) => pool().query(`${sql} where id = $1`, [editId])
  for (const column of [`why = 'mistake'`, `before = '{}'`, `reason = 'x'`, `at = now()`])
    await expect(run(`update comment_edit set ${column}`)).rejects.toThrow(/append-only/)
  await expect(run('delete from comment_edit')).rejects.toThrow(/append-only/)
  await pool().query('delete from comment where id = $1', [commentId])
  expect(await db.commentEdit.count({ where: { id: editId } })).toBe(0)
})
