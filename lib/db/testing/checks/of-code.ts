import { notWithdrawn, withdrawnAs } from '@/lib/chapters/rules'
import { CommentStatus } from '@/lib/db/generated/enums'
import { newId } from '@/lib/kernel/ids'
import { deciderOf, mayBecome } from '@/lib/moderation/transitions'
import { pictureHash } from '@/lib/pictures/hash'
import { shareImageSize, isPictureHash, pictureLimits, widthsOf } from '@/lib/pictures/rules'
import type { Row, Twins } from './twin'

// What nobody types.

const { side, fileBytes } = pictureLimits
const hashes = [
  ...[pictureHash(''), pictureHash('x', Buffer.from('y')), 'f'.repeat(31), 'f'.repeat(33), 'F'.repeat(32)],
  ...['', `${'f'.repeat(32)}\n`, 'g'.repeat(32), '０'.repeat(32)],
].map((hash) => ({ hash }))
const now = new Date()
const columns = ({ withdrawnAt, goneAt }: { withdrawnAt: Date | null; goneAt: Date | null }) => ({
  withdrawn_at: withdrawnAt,
  gone_at: goneAt,
})
const decider = (who: { byId?: string; rule?: string }) => ({
  by_id: who.byId ?? null,
  rule: who.rule ?? null,
})

const steps = Object.values(CommentStatus).flatMap((from) =>
  Object.values(CommentStatus).map((to) => ({ from_status: from, to_status: to })),
)
const parted = <Item extends Row>(items: Item[], goes: (item: Item) => boolean) => ({
  kind: 'made' as const,
  rows: items.filter(goes),
  never: items.filter((item) => !goes(item)),
})

export const ofCode: Twins = {
  moderation_decision_moves: parted(steps, ({ from_status: from, to_status: to }) => mayBecome(from, to)),
  moderation_decision_by_somebody: {
    kind: 'made',
    rows: [
      deciderOf({ role: 'editor', id: newId(), name: 'x' }),
      deciderOf({ role: 'admin', id: newId(), name: 'x' }),
      deciderOf({ role: 'system', rule: 'sample' }),
    ].map(decider),
    never: [decider({}), decider({ byId: newId(), rule: 'x' })],
  },
  publication_gone_is_withdrawn: {
    kind: 'made',
    rows: [notWithdrawn, withdrawnAs({ forGood: false, now }), withdrawnAs({ forGood: true, now })].map(
      columns,
    ),
    never: [columns({ withdrawnAt: null, goneAt: now })],
  },
  picture_hash: parted(hashes, ({ hash }) => isPictureHash(hash)),
  picture_size: {
    kind: 'made',
    rows: [
      { width: 1, height: 1 },
      { width: 1, height: side },
      { width: side, height: 1 },
      { ...shareImageSize },
    ],
    never: [
      { width: 0, height: 1 },
      { width: 1, height: 100_001 },
    ],
  },
  picture_file_width: {
    kind: 'made',
    rows: [...widthsOf(1), ...widthsOf(side), shareImageSize.width].map((width) => ({ width })),
    never: [{ width: 0 }, { width: 4_001 }],
  },
  picture_file_size: { kind: 'bytes', column: 'bytes', least: 1, most: fileBytes },
}
