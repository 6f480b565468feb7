'use server'

import { redirect } from 'next/navigation'
import { addEdition, createChapter } from '@/lib/chapters/writing/create-commands'
import { acting, formIn } from '../../../../acting'

type Begun =
  | { ok: true; value: { editionId: string } }
  | { ok: false; refusal: string; problems?: Record<string, string> }

export async function createChapterAction(_before: unknown, given: FormData) {
  const form = formIn(given)
  const fields = read(form, [
    'series',
    'seriesTitle',
    'number',
    'locale',
    'title',
    'slug',
    'originalDate',
    'source',
    'translator',
  ])
  const { series, seriesTitle, ...rest } = fields
  const chosen = series ? { slug: series } : { title: seriesTitle }
  return goOn(await acting<Begun>((actor) => createChapter(actor, { ...rest, series: chosen })), fields)
}

export async function addEditionAction(_before: unknown, given: FormData) {
  const form = formIn(given)
  const fields = read(form, [
    'chapterId',
    'translatedFromId',
    'locale',
    'title',
    'slug',
    'translator',
    'seriesTitle',
  ])
  return goOn(await acting<Begun>((actor) => addEdition(actor, fields)), fields)
}

// A field may also arrive as a file: that is nothing, and the schema says what is missing.
function read<Name extends string>(form: FormData, names: Name[]) {
  const entries = names.map((name) => [name, form.get(name)] as const)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  ) as Record<Name, string>
}

function goOn(outcome: Begun, typed: Record<string, string>) {
  if (outcome.ok) redirect(`/desk/chapters/${outcome.value.editionId}`)
  return { typed, refusal: outcome.refusal, problems: outcome.problems ?? {} }
}
