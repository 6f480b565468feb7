'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** The time zone of this browser; nothing before its scripts run. */
export const useBrowserZone = () =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => '',
  )

/** Tells the time zone of the browser along with a form. */
export const BrowserZone = () => <input type="hidden" name="zone" value={useBrowserZone()} />
