import { createHash, randomBytes } from 'node:crypto'

/** The secret of a link, which nobody can guess; we keep its hash only. */
export const newToken = () => randomBytes(32).toString('base64url')

export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

export const setupLinkPath = (token: string) => `/welcome/${token}`
