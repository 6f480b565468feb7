import { runtime } from '@/lib/kernel/env'

/** A path of this site as a whole address. */
export const siteAddress = (path: string) => `${runtime().siteUrl}${path}`
