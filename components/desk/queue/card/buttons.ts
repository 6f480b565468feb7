import { mayBecome } from '@/lib/moderation/transitions'
import type { DeskWords } from '../../language/words'
import type { Status } from '../outcome'

type Does = 'approve' | 'hold' | 'spam' | 'trash' | 'restore'

interface QueueButton {
  becomes: Status
  does: Does
  /** The keys that press it, with a blank between two. */
  keys: string
  tone: 'good' | 'plain'
}

const approve: QueueButton = { becomes: 'approved', does: 'approve', keys: 'a', tone: 'good' }
const hold: QueueButton = { becomes: 'pending', does: 'hold', keys: 'u h', tone: 'plain' }
const spam: QueueButton = { becomes: 'spam', does: 'spam', keys: 's', tone: 'plain' }
const trash: QueueButton = { becomes: 'trash', does: 'trash', keys: 'd t', tone: 'plain' }

/** What stands on a button. That of restoring says to what. */
export const buttonName = (
  { buttons }: Pick<DeskWords['queue'], 'buttons'>,
  { does, becomes }: Pick<QueueButton, 'does' | 'becomes'>,
) => (does === 'restore' ? buttons.restore[becomes] : buttons[does])

/**
 * What can be done with a comment in this status; with one that its author took away, nothing but trash. From the
 * spam and the trash it goes back to what it was `before`.
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
  const restore: QueueButton = { becomes: before, does: 'restore', keys, tone: 'plain' }
  return [approve, restore, ...[hold, spam, trash].filter((one) => one !== same)]
}
