import { expect, test } from 'vitest'
import { db } from './client'

const staffStay = 'people are disabled and never removed, and no list asks for what somebody has done'

/** Foreign keys that no index begins with, and why it needs none. */
const unindexed: Record<string, string> = {
  'bulk_decision(undone_by_id)': staffStay,
  'bulk_decision(by_id)': staffStay,
  'comment(chapter_id, parent_id)': 'the index of parent_id alone leaves a few replies to look at',
  'comment(staff_id)': staffStay,
  'comment_edit(by_id)': staffStay,
  'comment_relocation(by_id)': staffStay,
  'comment_relocation(from_edition_id)':
    'editions are never removed, and no list asks for what was moved from one',
  'comment_relocation(to_edition_id)':
    'editions are never removed, and no list asks for what was moved to one',
  'edition(translated_from_id)':
    'editions are never removed, and no list asks for what was translated from one',
  'moderation_decision(bulk_id)': 'most decisions are not a part of one: the index is of those that are',
  'moderation_decision(by_id)':
    'people are never removed; what somebody decided is in an index without what rules did',
  'picture(added_by_id)': staffStay,
  'publication(by_id)': staffStay,
  'revision(author_id)': staffStay,
  'spam_feedback(by_id)': staffStay,
  'standing_rule(created_by_id)': staffStay,
  'standing_rule(ended_by_id)': staffStay,
  'word_rule(created_by_id)': staffStay,
}

test('each foreign key has an index that begins with it, or a reason not to have one', async () => {
  const found = await db.$queryRaw<{ key: string }[]>`
    select f.conrelid::regclass || '(' || (
      select string_agg(a.attname, ', ' order by k.place)
      from unnest(f.conkey) with ordinality as k (number, place)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) || ')' as key
    from pg_constraint f
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace
      and not exists (
        select from pg_index i, lateral string_to_array(i.indkey::text, ' ') as columns (numbers)
        where i.indrelid = f.conrelid and i.indisvalid and i.indpred is null
          -- Its first columns are those of the key; or it is unique in some of them, and leaves one row to look at.
          and (columns.numbers[1:cardinality(f.conkey)]::int2[] @> f.conkey
            or i.indisunique and columns.numbers::int2[] <@ f.conkey))
    order by key`
  expect(found.map(({ key }) => key)).toEqual(Object.keys(unindexed).sort())
})
