import { expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import type { FeedbackState } from './generated/enums'
import { db } from './client'
import { aComment, anActor, anEdition } from './testing/factories'

/** What can be there only once, and what for. */
const unique: Record<string, string> = {
  "bulk_decision(by_id) where (state = ANY (ARRAY['counting'::bulk_state, 'running'::bulk_state, 'undoing'::bulk_state]))":
    'one at a time for each person',
  'chapter(series_id, number)': 'two that begin the same chapter',
  'comment(chapter_id, id)': 'for the key by which a reply stays in its chapter',
  'comment(submission_key)': 'a form that is sent twice is one comment',
  'edition(chapter_id, locale)': 'one chapter has one text in a language',
  'edition(locale, slug)': 'an address is one page',
  'email_change(confirm_hash)': 'a link is about one change',
  'email_change(stop_hash)': 'a link is about one change',
  'mail(comment_id, recipient, kind)': 'nobody is told the same twice',
  'person(email)': 'who signs in is one person',
  'provider_account(person_id, issuer)': 'a person has one account at a provider',
  'ranking_fact(chapter_id, kind, subject, service, country, as_of) nulls not distinct':
    'one place at one time, also where the ranking is no country’s',
  'reset_link(token_hash)': 'a link is one person’s',
  'revision(edition_id, id)': 'for the key by which a publication shows its own edition',
  'revision(edition_id, number)': 'two who save at once',
  'series(slug)': 'an address is one page',
  'setup_link(person_id)': 'the link before works no more',
  'sign_in_guess(turn)': 'a turn is good for once',
  "spam_feedback(comment_id) where (state = 'waiting'::feedback_state)": 'steps within a minute are one',
  'tag(locale, slug)': 'an address is one page',
  'word_rule(list, folded)': 'a rule counts its own hits',
}

test('each unique key has its use, and each use its key', async () => {
  const found = await db.$queryRaw<{ key: string }[]>`
    select i.indrelid::regclass || '(' || (
        select string_agg(a.attname, ', ' order by k.place)
        from unnest(i.indkey::int2[]) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number)
      || ')' || case when i.indnullsnotdistinct then ' nulls not distinct' else '' end
      || coalesce(' where ' || pg_get_expr(i.indpred, i.indrelid), '') as key
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indisunique and i.indisvalid and not i.indisprimary and c.relnamespace = 'public'::regnamespace`
  expect(found.map(({ key }) => key).sort()).toEqual(Object.keys(unique).sort())
})

const goes = 'goes with it'
const keeps = 'keeps it'
const forgets = 'forgets it'

/** What becomes of a row when somebody removes what it points at. */
const removal: Record<string, string> = {
  'bulk_decision(by_id)': keeps,
  'bulk_decision(undone_by_id)': keeps,
  'bulk_refusal(bulk_id)': goes,
  'bulk_refusal(comment_id)': goes,
  'chapter(series_id)': keeps,
  'comment(chapter_id)': keeps,
  'comment(chapter_id, parent_id)': keeps,
  'comment(edition_id)': keeps,
  'comment(parent_id)': keeps,
  'comment(staff_id)': forgets,
  'comment_edit(by_id)': keeps,
  'comment_edit(comment_id)': goes,
  'comment_follow(comment_id)': goes,
  'comment_relocation(by_id)': keeps,
  'comment_relocation(comment_id)': goes,
  'comment_relocation(from_edition_id)': keeps,
  'comment_relocation(to_edition_id)': keeps,
  'comment_opinion(comment_id)': goes,
  'comment_words(comment_id)': goes,
  'edition(chapter_id)': keeps,
  'edition(translated_from_id)': keeps,
  'desk_edition(edition_id)': goes,
  'desk_session(person_id)': goes,
  'edition_card(edition_id)': goes,
  'edition_card(hash)': keeps,
  'edition_listing(edition_id)': goes,
  'edition_reads(edition_id)': goes,
  'edition_tag(edition_id)': goes,
  'edition_tag(tag_id)': keeps,
  'email_change(person_id)': goes,
  'filter_lesson(comment_id)': goes,
  'known_browser(person_id)': goes,
  'mail(comment_id)': goes,
  'moderation_decision(bulk_id)': keeps,
  'moderation_decision(by_id)': keeps,
  'moderation_decision(comment_id)': goes,
  'passkey(person_id)': goes,
  'provider_account(person_id)': goes,
  'picture(added_by_id)': forgets,
  'picture_file(hash)': goes,
  'publication(by_id)': keeps,
  'publication(edition_id)': keeps,
  'publication(edition_id, revision_id)': keeps,
  'publication(revision_id)': keeps,
  'ranking_fact(chapter_id)': goes,
  'recovery_code(person_id)': goes,
  'reset_link(person_id)': goes,
  'revision(author_id)': keeps,
  'revision(edition_id)': keeps,
  'saved_view(owner_id)': goes,
  'screening_step(comment_id)': goes,
  'series_title(series_id)': goes,
  'setup_link(person_id)': goes,
  'spam_feedback(by_id)': forgets,
  'spam_feedback(comment_id)': goes,
  'spam_verdict(comment_id)': goes,
  'standing_rule(created_by_id)': forgets,
  'standing_rule(ended_by_id)': forgets,
  'standing_rule_hit(rule_id)': goes,
  'submission_trace(comment_id)': goes,
  'totp_secret(person_id)': goes,
  'unchecked_comment(comment_id)': goes,
  'word_rule(created_by_id)': forgets,
}

test('each foreign key says what becomes of the row when what it points at goes', async () => {
  const found = await db.$queryRaw<{ key: string; action: string }[]>`
    select f.conrelid::regclass || '(' || (
        select string_agg(a.attname, ', ' order by k.place)
        from unnest(f.conkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) || ')' as key,
      case f.confdeltype when 'c' then ${goes} when 'n' then ${forgets} when 'd' then 'default' else ${keeps} end
        as action
    from pg_constraint f
    where f.contype = 'f' and f.convalidated and f.connamespace = 'public'::regnamespace`
  expect(Object.fromEntries(found.map(({ key, action }) => [key, action]))).toEqual(removal)
})

test('a publication shows a revision of its own edition alone', async () => {
  const [mine, other] = [await anEdition(), await anEdition({ published: false })]
  const ownRevision = /publication_own_revision/
  const { editionId } = mine
  await expect(
    db.publication.update({ where: { editionId }, data: { revisionId: other.revisionId } }),
  ).rejects.toThrow(ownRevision)
  await expect(
    db.publication.create({
      data: { editionId: other.editionId, revisionId: mine.revisionId, publishAt: new Date() },
    }),
  ).rejects.toThrow(ownRevision)
  expect(await db.publication.findUnique({ where: { editionId } })).toMatchObject({
    revisionId: mine.revisionId,
  })
})

test('a reply stays in its chapter, whichever of the two is moved', async () => {
  const [edition, other] = [await anEdition(), await anEdition()]
  const parent = await aComment({ edition })
  const reply = await aComment({ edition, parentId: parent.id })
  const inChapter = /comment_reply_in_chapter/
  await expect(aComment({ edition: other, parentId: parent.id })).rejects.toThrow(inChapter)
  for (const { id } of [parent, reply])
    await expect(db.comment.update({ where: { id }, data: { chapterId: other.chapterId } })).rejects.toThrow(
      inChapter,
    )
  await expect(
    db.comment.update({
      where: { id: (await aComment({ edition: other })).id },
      data: { parentId: parent.id },
    }),
  ).rejects.toThrow(inChapter)
})

test('one lesson of a comment waits to be told; what has been told stands beside it', async () => {
  const [{ id: commentId }, { id: byId }] = [await aComment(), await anActor()]
  const lesson = (state: FeedbackState) =>
    db.spamFeedback.create({ data: { id: newId(), commentId, byId, from: 'pending', lesson: 'spam', state } })
  await lesson('sent')
  await lesson('waiting')
  await expect(lesson('waiting')).rejects.toThrow(/unique/i)
  await lesson('sent')
  expect(await db.spamFeedback.count({ where: { commentId } })).toBe(3)
})
