import { forgetDiscussion } from '@/lib/comments/discussion/queries'
import { anyList, everything } from '@/lib/kernel/page-tags'
import type { DocumentCache } from './document-cache'
import type { PictureFiles } from '../files/picture-files'
import type { LiveDesk } from '../live/live-desk'
import type { BusListener } from '../process/bus'
import type { Lookups } from '../turns/lookups'

interface InMemory {
  door: DocumentCache
  lookups: Lookups
  pictures: PictureFiles
  live: Pick<LiveDesk, 'heard'>
}

/** Forgets what is in memory when the bus says that it has changed, or cannot say so; and tells open desks. */
export const changeListener = (
  { door, lookups, pictures, live }: InMemory,
  development: boolean,
): BusListener => ({
  atDesk: (payload) => live.heard(payload),
  changed(tags) {
    forgetDiscussion()
    lookups.changed(tags)
    door.changed(tags)
    if (tags.some((tag) => tag === anyList || tag === everything)) pictures.empty()
  },
  hearing(hearing) {
    door.keep = lookups.keep = development ? 'none' : hearing ? 'heard' : 'unheard'
    if (hearing) forgetDiscussion()
    lookups.changed([everything])
    door.empty()
  },
})
