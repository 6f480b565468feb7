// `__Host-`: browsers take such a cookie only over https, from this very host, for the whole of it.
export const sessionCookieName = { https: '__Host-desk-session', http: 'desk-session' } as const
export const browserCookieName = { https: '__Host-desk-browser', http: 'desk-browser' } as const
/** The language that somebody has chosen in front of the desk. It is no secret, and the same with and without https. */
export const languageCookieName = 'desk-language'
export const turnCookieName = { https: '__Host-desk-turn', http: 'desk-turn' } as const
