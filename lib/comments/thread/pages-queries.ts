import { db } from '@/lib/db/client'
import { discussionSettings } from '../discussion/queries'

export interface ThreadPages {
  pages: number
  /** The page that stands below the chapter itself. */
  home: number
}

/** How many pages a chapter's approved comments fill. */
export async function threadPages(chapterId: string): Promise<ThreadPages> {
  const where = { chapterId, status: 'approved' } as const
  const [{ pageSize, firstPage }, total] = await Promise.all([
    discussionSettings(),
    db.comment.count({ where }),
  ])
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return { pages, home: firstPage === 'newest' ? pages : 1 }
}
