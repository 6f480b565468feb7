import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

/** Where the functions, views and triggers of today stand, whatever migrations they have come from. */
export const sqlFolder = (root = process.cwd()) => path.join(root, 'prisma', 'sql')

// What belongs to an extension is not ours. Functions of one name stand in one file.
const statement = `
  select p.proname || '.sql' as file, pg_get_functiondef(p.oid) as text
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  union all
  select c.relname || '.sql', format(
    'CREATE%s VIEW public.%I AS%s%s', case c.relkind when 'm' then ' MATERIALIZED' else ' OR REPLACE' end, c.relname,
    E'\\n', rtrim(pg_get_viewdef(c.oid, true), ';'))
  from pg_class c where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
  union all
  select 'triggers.sql', pg_get_triggerdef(t.oid, true)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
  order by file, text`

/** The text of every file of that folder, as the database has it now. */
export async function textsInDatabase(client: Pick<pg.Client, 'query'>): Promise<Record<string, string>> {
  const { rows } = await client.query<{ file: string; text: string }>(statement)
  const texts: Record<string, string> = {}
  for (const { file, text } of rows) texts[file] = `${texts[file] ? `${texts[file]}\n` : ''}${tidy(text)};\n`
  return texts
}

/** The text of every file of that folder, as it stands there. */
export const textsInFolder = (folder = sqlFolder()): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  )

const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
