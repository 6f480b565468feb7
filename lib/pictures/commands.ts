import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { done, refuse, type Result } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { pictureHash } from './hash'
import { limitPictureWork } from './in-turn'
import { makePicture, type MadePicture, type PictureRefusal } from './make'
import type { StoredPicture } from './rules'
import { storedPicture } from './queries'

/**
 * Keeps a picture in every width and format that pages use. The same bytes are the same picture, whoever brings
 * them and however often.
 */
export async function keepPicture(
  actor: Actor | undefined,
  bytes: Buffer,
): Promise<Result<StoredPicture, PictureRefusal | 'picture-busy'>> {
  ensure(actor, 'write chapters')
  const hash = pictureHash(bytes)
  const known = await storedPicture(hash)
  if (known) return done(known)
  const made = await limitPictureWork(() => makePicture(bytes))
  if (!made) return refuse('picture-busy')
  if (!made.ok) return made
  await store(hash, made.value, actor.role === 'system' ? null : actor.id)
  return done((await storedPicture(hash))!)
}

const store = (hash: string, picture: Omit<MadePicture, 'plain'>, addedById: string | null) =>
  inTransaction((tx) => storeIn(tx, hash, picture, addedById))

/** Two at once may bring the same picture: the first one's files stay. */
export async function storeIn(
  tx: Tx,
  hash: string,
  { width, height, files }: Omit<MadePicture, 'plain'>,
  addedById: string | null,
) {
  const { count } = await tx.picture.createMany({
    data: [{ hash, width, height, addedById }],
    skipDuplicates: true,
  })
  if (count === 0) return
  await tx.pictureFile.createMany({
    data: files.map(({ bytes, ...file }) => ({ hash, ...file, bytes: new Uint8Array(bytes) })),
  })
}
