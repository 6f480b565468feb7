// `__Host-`: browsers take such a cookie only over https, from this very host, for the whole of it.
export const sessionCookieName = { https: '__Host-desk-session', http: 'desk-session' } as const
export const browserCookieName = { https: '__Host-desk-browser', http: 'desk-browser' } as const
/** The language that somebody has chosen in front of the desk. It is no secret, and the same with and without https. */
export const languageCookieName = 'desk-language'
export const turnCookieName = { https: '__Host-desk-turn', http: 'desk-turn' } as const
/** What somebody has shown of the two steps of a sign-in, what a passkey is to sign, and that somebody has just said who they are. */
export const ticketCookieNames = {
  step: { https: '__Host-desk-step', http: 'desk-step' },
  ask: { https: '__Host-desk-ask', http: 'desk-ask' },
  add: { https: '__Host-desk-add', http: 'desk-add' },
  proof: { https: '__Host-desk-proof', http: 'desk-proof' },
} as const
