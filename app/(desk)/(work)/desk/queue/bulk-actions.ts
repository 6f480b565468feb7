'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { BulkOutcome } from '@/components/desk/queue/bulk/outcome'
import { log } from '@/lib/kernel/log'
import { refuse } from '@/lib/kernel/result'
import { cancelBulk, startBulk, undoBulk } from '@/lib/moderation/bulk/commands'
import { bulkDecision } from '@/lib/moderation/bulk/queries'
import { bulkLimits } from '@/lib/moderation/bulk/types'
import { acting, formIn } from '../../../acting'
import { viewIn } from './view-in'

/** Begins to decide about everything in a view: the view is its address, `becomes` the button's value. */
export async function startBulkAction(_before: BulkOutcome, given: FormData): Promise<BulkOutcome> {
  const form = formIn(given)
  const wish = { ...viewIn(form.get('view')), becomes: form.get('becomes'), until: form.get('until') }
  const outcome = await acting((actor) => startBulk(actor, wish)).catch(failed)
  if (outcome.ok) redirect(`/desk/queue/bulk/${outcome.value.id}`)
  return { refusal: outcome.refusal, nonce: Date.now() }
}

/** Ends one, or takes it back as a whole: `deed` is the button's value. */
export async function changeBulkAction(_before: BulkOutcome, given: FormData): Promise<BulkOutcome> {
  const form = formIn(given)
  const change = form.get('deed') === 'undo' ? undoBulk : cancelBulk
  const outcome = await acting((actor) => change(actor, form.get('id'))).catch(failed)
  refresh()
  return outcome.ok ? undefined : { refusal: outcome.refusal, nonce: Date.now() }
}

/** How far some of them have come. */
export async function bulkProgressAction(given: unknown) {
  const read = progressShape.safeParse(given)
  const ids = read.success ? read.data.ids : []
  const found = await acting((actor) => Promise.all(ids.map((id) => bulkDecision(actor, id))))
  return Array.isArray(found) ? found.filter((one) => one !== undefined) : []
}

const progressShape = z.object({ ids: z.array(z.guid()).max(bulkLimits.atOnce) })

function failed(error: unknown) {
  log.error({ err: error }, 'a decision about a whole view could not be made')
  return refuse('unavailable')
}
