/** Limits counted in characters for people (code points), and for the text in bytes as Akismet reads it. */
export const commentLimits = { name: 245, email: 100, url: 200, textBytes: 65_525 }

/** How deep replies are shown inside each other; deeper ones stand beside their parent. */
const threadDepth = 5

/** Can the comments of a chapter be answered? */
export const takesReplies = (chapter: { open: boolean; threadDepth?: number | undefined }) =>
  chapter.open && chapter.threadDepth !== 1

/** How many comments a page of a thread holds, unless the settings say otherwise. */
export const threadPageLength = 50

/** How long the address and the browser of a commenter are kept for the spam checks. */
export const keepTracesDays = 30

export interface Thread<Item> {
  comment: Item
  replies: Thread<Item>[]
}

/** A comment that was removed and is answered by one that is shown. Nothing of what it was is known here. */
export interface Removed {
  id: string
  /** The nearest comment above it that is shown, if there is one. */
  parentId: string | null
  removed: true
}

/**
 * Nests the comments of a page. What was removed stands where its first answer would, with those below it; where
 * nothing can stand below it, because that is as deep as threads go, they stand behind it, as any answer there does.
 */
export function asThread<Item extends { id: string; parentId: string | null }>(
  comments: readonly Item[],
  removed: readonly Removed[],
  depth = threadDepth,
): Thread<Item | Removed>[] {
  const holes = new Map(removed.map((one) => [one.id, one]))
  const inOrder = comments.flatMap((comment) => {
    const hole = comment.parentId ? holes.get(comment.parentId) : undefined
    if (hole) holes.delete(hole.id)
    return hole ? [hole, comment] : [comment]
  })
  return asTree<Item | Removed>(inOrder, depth)
}

export const isRemoved = (item: object): item is Removed => 'removed' in item

/** How many comments answer directly, those among them that answer what was removed. */
export const countReplies = (replies: readonly Thread<object>[]): number =>
  replies.reduce((sum, one) => sum + (isRemoved(one.comment) ? countReplies(one.replies) : 1), 0)

/** Nests a flat list, keeping its order. A reply whose parent is not shown stands by itself. */
export function asTree<Item extends { id: string; parentId: string | null }>(
  comments: readonly Item[],
  depth = threadDepth,
): Thread<Item>[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const threads = new Map<string, Thread<Item>>(
    comments.map((comment) => [comment.id, { comment, replies: [] }]),
  )
  const placed = new Map<string, { level: number; holder: string | undefined }>()

  // Walked with a list, not by recursion: a thread may be thousands of replies deep.
  const place = (id: string) => {
    const path: string[] = []
    let here: string | undefined = id
    while (here && byId.has(here) && !placed.has(here) && !path.includes(here)) {
      path.push(here)
      here = byId.get(here)!.parentId ?? undefined
    }
    for (const step of path.reverse()) {
      const parent: string | undefined = byId.get(step)!.parentId ?? undefined
      const above = parent ? placed.get(parent) : undefined
      if (!parent || !above) placed.set(step, { level: 1, holder: undefined })
      else if (above.level < depth) placed.set(step, { level: above.level + 1, holder: parent })
      else placed.set(step, { level: above.level, holder: above.holder })
    }
  }

  const roots: Thread<Item>[] = []
  for (const { id } of comments) {
    place(id)
    const { holder } = placed.get(id)!
    const beside = holder ? threads.get(holder)!.replies : roots
    beside.push(threads.get(id)!)
  }
  return roots
}
