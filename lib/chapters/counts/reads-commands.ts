import { db } from '@/lib/db/client'

/** Adds what was read since the last time to the day's numbers; what is not published (any more) counts nothing. */
export async function countReads(reads: ReadonlyMap<string, number>) {
  const chapters = [...reads.keys()]
  await db.$executeRaw`
    insert into edition_reads (edition_id, day, reads)
    select p.id, (now() at time zone 'UTC')::date, counted.reads
    from unnest(${chapters}::uuid[], ${[...reads.values()]}::int[]) as counted (edition_id, reads)
    join published_edition p on p.id = counted.edition_id
    order by p.id
    on conflict (edition_id, day) do update set reads = edition_reads.reads + excluded.reads`
}
