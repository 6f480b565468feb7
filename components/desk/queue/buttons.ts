import { mayBecome } from '@/lib/moderation/rules'
import type { Status } from './outcome'

interface QueueButton {
  becomes: Status
  name: string
  key: string
  tone: 'good' | 'plain'
}

const approve: QueueButton = { becomes: 'approved', name: 'Approve', key: 'a', tone: 'good' }
const spam: QueueButton = { becomes: 'spam', name: 'Spam', key: 's', tone: 'plain' }
const trash: QueueButton = { becomes: 'trash', name: 'Trash', key: 't', tone: 'plain' }
const restore: QueueButton = { becomes: 'pending', name: 'Restore', key: 'r', tone: 'plain' }
const hold: QueueButton = { ...restore, name: 'Hold', key: 'h' }

/** What can be done with a comment in this status; with one that its author took away, nothing but trash. */
export const buttonsFor = (status: Status, isTakenAway = false): QueueButton[] =>
  [approve, status === 'approved' ? hold : restore, spam, trash].filter(
    ({ becomes }) => mayBecome(status, becomes) && (!isTakenAway || becomes === 'trash'),
  )
