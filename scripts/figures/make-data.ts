import type { ClientBase } from 'pg'
import { manyChapters, type Length } from './chapters'
import { manyComments } from './comments'
import { deskData } from './desk-data'

export interface DataSize {
  chapters: number
  comments: number
  /** Tests need no long texts. */
  length?: Length
}

/** Fills a migrated database that nobody uses yet. `say` is told each step, and how many seconds it took. */
export async function makeData(
  client: ClientBase,
  { chapters, comments, length }: DataSize,
  say: (step: string, seconds: number) => void = () => {},
) {
  await client.query('set statement_timeout = 0')
  const steps: [string, () => Promise<unknown>][] = [
    [`${chapters} chapters`, () => manyChapters(client, chapters, { alone: true, length })],
    ['editors, words, readings', () => deskData(client)],
    [`${comments} comments`, () => manyComments(client, comments)],
    ['statistics', () => client.query('vacuum analyze').then(() => client.query('checkpoint'))],
  ]
  for (const [step, work] of steps) {
    const began = performance.now()
    await work()
    say(step, (performance.now() - began) / 1_000)
  }
}
