import { byStatus } from './by-status'
import { mine } from './mine'
import type { ViewName } from './types'
import { unchecked } from './unchecked'
import type { View } from './view'

export const views: Record<ViewName, View> = {
  pending: byStatus('pending'),
  unchecked,
  approved: byStatus('approved'),
  spam: byStatus('spam'),
  trash: byStatus('trash'),
  mine,
}
