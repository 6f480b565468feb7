import { makeFirstSite } from './site'

/** Playwright calls this once, before its workers start, and what it answers when all have ended. */
export default makeFirstSite
