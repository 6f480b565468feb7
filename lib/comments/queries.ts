import { z } from 'zod'
import { db } from '@/lib/db/client'

/** A comment as readers see it: never an e-mail address, never where it came from. */
export interface PublishedComment {
  id: string
  parentId: string | null
  name: string
  url: string | null
  text: string
  locale: string
  sentAt: Date
}

/** The approved comments of a chapter, oldest first. */
export async function publishedThread(chapterId: string): Promise<PublishedComment[]> {
  if (!z.guid().safeParse(chapterId).success) return []
  return db.comment.findMany({
    where: { chapterId, status: 'approved' },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    select: { id: true, parentId: true, name: true, url: true, text: true, locale: true, sentAt: true },
  })
}
