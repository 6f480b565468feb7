import { createHmac } from 'node:crypto'
import { runtime } from '@/lib/kernel/env'

// Made of the change's id, so that a mail that has to be sent again is the same mail; only their hashes are kept.
const tokenOf = (what: string, changeId: string) =>
  createHmac('sha256', runtime().secret).update(`chapterhouse ${what}\0${changeId}`).digest('base64url')

export const confirmToken = (changeId: string) => tokenOf('confirm email', changeId)
export const stopToken = (changeId: string) => tokenOf('stop email', changeId)

/** At the desk: it takes a session of whose address it is. */
export const confirmPath = (token: string) => `/desk/account/email/${token}`
/** In front of the desk: whoever reads the old address may have no session any more. */
export const stopPath = (token: string) => `/sign-in/email/${token}`
