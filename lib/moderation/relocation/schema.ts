import { z } from 'zod'

/** A comment that is to go to another chapter: where it was seen, and the edition it is to stand on. */
export const relocation = z.object({
  commentId: z.guid().toLowerCase(),
  seenId: z.guid().toLowerCase(),
  editionId: z.guid('target-missing').toLowerCase(),
})

export const undoneRelocation = z.object({ moveId: z.guid().toLowerCase() })

/** More answers than these are moved by nobody in one request. */
export const mostMoved = 2_000
