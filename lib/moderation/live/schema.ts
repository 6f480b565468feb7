import { z } from 'zod'

/** Where the desk hears what happens to comments, and where it says which one is before somebody's eyes. */
export const liveAddress = '/api/desk/live'

/** How long a comment counts as being looked at unless it is said again: milliseconds. */
export const lookingLasts = 60_000

const person = z.object({ id: z.uuid(), name: z.string() })
const status = z.enum(['pending', 'approved', 'spam', 'trash'])

/** Comments have been decided about, by a person or by one of our rules. */
const moved = z.object({
  kind: z.literal('moved'),
  by: person.nullable(),
  at: z.iso.datetime(),
  moves: z.array(z.object({ id: z.uuid(), to: status })),
})

/** Somebody of the staff has changed what a comment says. */
const edited = z.object({ kind: z.literal('edited'), by: person, at: z.iso.datetime(), comment: z.uuid() })

/** New comments have been screened, or old ones anew. */
const screened = z.object({ kind: z.literal('screened'), count: z.number().int() })

/** Somebody has a comment before their eyes in one of their tabs, or none any more. */
const looking = z.object({
  kind: z.literal('looking'),
  by: person,
  tab: z.uuid(),
  comment: z.uuid().nullable(),
  since: z.iso.datetime(),
})

/** More than can be told one by one, or what nobody could hear: what is listed may be old. */
const much = z.object({ kind: z.literal('much') })

/** What desks are told while they are open. */
export const happening = z.discriminatedUnion('kind', [moved, edited, screened, looking, much])
export type Happening = z.infer<typeof happening>
export type Moved = z.infer<typeof moved>
export type Edited = z.infer<typeof edited>
export type Looking = z.infer<typeof looking>

/** What a tab says of itself. */
export const look = z.object({ tab: z.uuid(), comment: z.uuid().nullable() })
export type Look = z.infer<typeof look>
