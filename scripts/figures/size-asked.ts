import type { DataSize } from './make-data'

/** The size of made data as the command names it (`--chapters 1000 --comments 10000`), or else the usual one. */
export const sizeAsked = (usual: DataSize): DataSize => ({
  chapters: wish('chapters', usual.chapters),
  comments: wish('comments', usual.comments),
})

const most = 10_000_000

function wish(name: string, usual: number): number {
  const place = process.argv.indexOf(`--${name}`)
  if (place < 0) return usual
  const given = Number(process.argv[place + 1])
  if (!Number.isInteger(given) || given < 1 || given > most)
    throw new Error(`--${name} is followed by a number from 1 to ${most}`)
  return given
}
