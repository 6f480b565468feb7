import { db } from '@/lib/db/client'
import { uuidIn } from '@/lib/kernel/ids'

/** The words of an approved comment, as a quotation to answer below: a mark before each line. */
export async function quotationOf(
  chapterId: string,
  commentId: string | undefined,
): Promise<string | undefined> {
  const id = uuidIn(commentId)
  const chapter = uuidIn(chapterId)
  if (!id || !chapter) return undefined
  const comment = await db.comment.findFirst({
    where: { id, chapterId: chapter, status: 'approved' },
    select: { text: true },
  })
  return comment ? quoted(comment.text) : undefined
}

// A quotation is a reminder: of a long comment its beginning is enough.
const longest = 1_000

function quoted(text: string) {
  const chars = [...text]
  const start = chars.length > longest ? `${chars.slice(0, longest).join('')} …` : text
  return `${start.replace(/^/gm, '> ')}\n\n`
}
