import { useRouter } from 'next/navigation'
import { startTransition, useCallback, useEffect, useEffectEvent, useState } from 'react'
import { happening, liveAddress } from '@/lib/moderation/live/schema'
import { hear, nothingHeard, readAnew, type Heard } from './heard'

// Of this tab, as others are told of it.
const ownTab = uuidOf(crypto.getRandomValues(new Uint8Array(16)))

/** Version 4 (RFC 9562). `crypto.randomUUID` is there on https alone. */
function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const part = (from: number, to: number) => hex.slice(from, to)
  return [part(0, 8), part(8, 12), `4${part(13, 16)}`, `8${part(17, 20)}`, part(20, 32)].join('-')
}

/** Told again while it lasts, well before others forget it: milliseconds. */
const again = 25_000
/** Who only passes by on the way to another comment looks at none: milliseconds. */
const longEnough = 600

/**
 * What happens at the queue while it is open, as the site tells it: by a stream that is there while the tab can be
 * seen. `readAt` is when its list was read; once it is read anew, what had happened before is in it.
 */
export function useLive(readAt: number): {
  heard: Heard
  lookAt: (commentId: string | null) => void
} {
  const router = useRouter()
  const [state, setState] = useState({ heard: nothingHeard, readAt })
  if (state.readAt !== readAt) setState({ heard: readAnew(state.heard), readAt })
  const start = useEffectEvent(() => readAt)
  const refresh = useEffectEvent(() => startTransition(() => router.refresh()))

  useEffect(() => {
    let stream: EventSource | undefined
    let since: string | number | undefined
    const update = (change: (heard: Heard) => Heard) =>
      setState((before) => ({ ...before, heard: change(before.heard) }))
    const open = () => {
      if (stream || document.hidden) return
      stream = new EventSource(`${liveAddress}?since=${since ?? start()}`)
      stream.addEventListener('message', ({ data, lastEventId }) => {
        if (lastEventId) since = lastEventId
        const told = readHappening(data as string)
        update((heard) => hear(heard, told, ownTab))
      })
      // Refused: the session is over, and the page leads to the sign-in.
      stream.addEventListener('error', () => {
        if (stream?.readyState === EventSource.CLOSED) refresh()
      })
    }
    const close = () => {
      stream?.close()
      stream = undefined
    }
    const changed = () => (document.hidden ? close() : open())
    open()
    document.addEventListener('visibilitychange', changed)
    return () => {
      document.removeEventListener('visibilitychange', changed)
      close()
    }
  }, [])

  return { heard: state.heard, lookAt: useLook() }
}

/** Tells others which comment is before this person's eyes. */
function useLook() {
  const [looked, setLooked] = useState<string | null>(null)
  useEffect(() => {
    if (!looked) return
    const say = (comment: string | null) =>
      void fetch(liveAddress, {
        method: 'POST',
        body: JSON.stringify({ tab: ownTab, comment }),
        keepalive: true,
      }).catch(() => {})
    let told = false
    const tell = () => {
      told = true
      if (!document.hidden) say(looked)
    }
    const first = setTimeout(tell, longEnough)
    const later = setInterval(tell, again)
    const leave = () => told && say(null)
    window.addEventListener('pagehide', leave)
    return () => {
      clearTimeout(first)
      clearInterval(later)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [looked])
  return useCallback((commentId: string | null) => setLooked(commentId), [])
}

function readHappening(data: string) {
  try {
    return happening.parse(JSON.parse(data))
  } catch {
    // A newer version of the site has more to tell than this page knows.
    return { kind: 'much' } as const
  }
}
