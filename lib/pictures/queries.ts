import { db } from '@/lib/db/client'
import type { PictureFormat, StoredPicture } from './rules'

/** The bytes of one file of a picture. */
export async function pictureFile(file: {
  hash: string
  width: number
  format: PictureFormat
}): Promise<Buffer | undefined> {
  const found = await db.pictureFile.findUnique({
    where: { hash_width_format: file },
    select: { bytes: true },
  })
  return found ? Buffer.from(found.bytes) : undefined
}

/** A picture by its hash, if it has been uploaded. */
export const storedPicture = async (hash: string) => (await storedPictures([hash]))[0]

export async function storedPictures(hashes: string[]): Promise<StoredPicture[]> {
  if (hashes.length === 0) return []
  return db.$queryRaw<StoredPicture[]>`
    select p.hash, p.width, p.height,
           (select f.format from picture_file f where f.hash = p.hash and f.format in ('jpg', 'png') limit 1) as plain
    from picture p where p.hash = any(${hashes}::text[])`
}
