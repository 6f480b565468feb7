import { Prisma } from '@/lib/db/generated/client'
import { takenAway } from '../decisions/removed-by-author'
import { textHash } from '../decisions/text-hash'
import { commentVersion } from '../edits/version'
import { chosenStatement, orderOfPlaces, type Wanted, type Way } from './chosen-statement'

// Nobody moves a comment to and fro as often as this; and if somebody does, the last steps say enough.
const longestWay = 100

/** The statement behind a page of the queue: one more row than is shown tells whether there is a next page. */
export const pageStatement = (wanted: Wanted, take: number, way: Way = 'order'): Prisma.Sql =>
  rowsStatement(chosenStatement(wanted, way, { take: take + 1 }), orderOfPlaces(wanted.view))

/** One comment, as a page of the queue would have it. */
export const oneStatement = (id: string): Prisma.Sql =>
  rowsStatement(
    Prisma.sql`select c.*, c.sent_at as place_at, c.id as place_id from comment c where c.id = ${id}::uuid`,
    Prisma.sql`c.id`,
  )

function rowsStatement(chosen: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with c as materialized (${chosen})
    select c.id, c.place_at as "placeAt", c.place_id as "placeId", c.status::text, c.name, c.email, c.url, c.text, ${textHash} as seal, ${commentVersion} as version, c.locale, c.sent_at as "sentAt",
      json_build_object('id', c.chapter_id, 'editionId', e.id, 'title', coalesce(title.title, e.slug), 'locale', e.locale,
        'slug', e.slug, 'number', ch.number) as chapter,
      case when p.status = 'approved' then json_build_object('name', p.name, 'text', p.text)
        when p.id is not null then json_build_object('name', p.name, 'text', p.text, 'removed', true) end as parent,
      case when v.id is not null then json_build_object('checker', v.checker, 'verdict', v.verdict,
        'why', json_build_object('code', v.why, 'parameters', v.why_parameters)) end
        as verdict, v.at as "verdictAt",
      case when d.id is not null then json_build_object('to', d.to_status, 'by', d.by, 'rule', d.rule, 'reason', d.reason,
        'why', case when d.why is not null then json_build_object('code', d.why, 'parameters', d.why_parameters) end) end
        as "lastDecision", d.at as "decidedAt",
      ${takenAway} as "takenAway", t.ip, case when c.status in ('spam', 'trash') then coalesce((
        select json_agg(json_build_object('from', way.from_status, 'to', way.to_status, 'undoes', way.undoes) order by way.at, way.id)
        from (
          select * from moderation_decision where comment_id = c.id order by at desc, id desc
          limit ${longestWay}::int) way), '[]') end as way,
      ed.at as "staffEditedAt", ed.by as "staffEditedBy", c.staff_id is not null as "byStaff", c.deleted_parent is not null as "answersDeleted",
      c.edited_at as "editedAt", case when c.edited_at is not null then t.as_submitted->>'text' end as first,
      coalesce((
        select json_agg(json_build_object('rule', s.rule, 'verdict', s.verdict, 'ms', s.ms,
          'input', case when s.input is not null then json_build_object('code', s.input, 'parameters', s.input_parameters) end,
          'why', json_build_object('code', s.why, 'parameters', s.why_parameters)) order by s.place)
        from screening_step s where s.comment_id = c.id), '[]') as screening
    from c
    join edition e on e.id = c.edition_id
    join chapter ch on ch.id = c.chapter_id
    left join comment p on p.id = c.parent_id and c.deleted_parent is null
    left join submission_trace t on t.comment_id = c.id
    left join lateral (
      select r.title from revision r left join publication pub on pub.revision_id = r.id
      where r.edition_id = e.id order by pub.revision_id nulls last, r.number desc limit 1) title on true
    left join lateral (
      select * from spam_verdict where comment_id = c.id and verdict <> 'unknown' order by at desc, id desc limit 1) v
      on true
    left join lateral (
      select m.*, person.name as by from moderation_decision m left join person on person.id = m.by_id
      where m.comment_id = c.id order by m.at desc, m.id desc limit 1) d on true
    left join lateral (
      select m.at, person.name as by from comment_edit m join person on person.id = m.by_id
      where m.comment_id = c.id order by m.at desc, m.id desc limit 1) ed on true
    order by ${order}`
}
