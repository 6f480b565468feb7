import { z } from 'zod'
import { filledName } from '@/lib/kernel/text/typed-schema'
import { queueFilters } from '../queue/schema'
import { viewNames } from '../queue/views/types'

const name = filledName('name', { characters: 100 })

export const newSavedView = z.object({
  name,
  status: z.enum(viewNames),
  filters: queueFilters,
  /** Everybody's; otherwise the person's own. */
  forAll: z.boolean().catch(false),
})

export const renamedView = z.object({ id: z.guid(), name })
