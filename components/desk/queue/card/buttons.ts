import { mayBecome } from '@/lib/moderation/transitions'
import type { Status } from '../outcome'

interface QueueButton {
  becomes: Status
  name: string
  /** What the name leaves open. */
  detail?: string
  /** The keys that press it, with a blank between two. */
  keys: string
  tone: 'good' | 'plain'
  /** It leads to what the comment was before. */
  goesBack?: true
}

const approve: QueueButton = { becomes: 'approved', name: 'Approve', keys: 'a', tone: 'good' }
const hold: QueueButton = { becomes: 'pending', name: 'Hold', keys: 'u h', tone: 'plain' }
const spam: QueueButton = { becomes: 'spam', name: 'Spam', keys: 's', tone: 'plain' }
const trash: QueueButton = { becomes: 'trash', name: 'Trash', keys: 'd t', tone: 'plain' }

const details: Record<Status, string> = {
  approved: 'as approved',
  pending: 'as pending',
  spam: 'as spam',
  trash: 'to the trash',
}

/**
 * What can be done with a comment in this status; with one that its author took away, nothing but trash. From the
 * spam and the trash it goes back to what it was `before`, and the button says to what.
 */
export function buttonsFor(
  status: Status,
  { takenAway = false, before = 'pending' as Status } = {},
): QueueButton[] {
  return (status === 'spam' || status === 'trash' ? wayBack(before) : [approve, hold, spam, trash]).filter(
    ({ becomes }) => mayBecome(status, becomes) && (!takenAway || becomes === 'trash'),
  )
}

function wayBack(before: Status): QueueButton[] {
  // A button that would do the same leaves its key to this one. Approve stays where everybody looks for it.
  const same = [hold, spam, trash].find(({ becomes }) => becomes === before)
  const keys = same && same !== hold ? `r ${same.keys}` : 'r'
  const restore: QueueButton = {
    becomes: before,
    name: 'Restore',
    detail: details[before],
    keys,
    tone: 'plain',
    goesBack: true,
  }
  return [approve, restore, ...[hold, spam, trash].filter((one) => one !== same)]
}
