// `__Host-`: browsers take such a cookie only over https, from this very host, for the whole of it.
export const sessionCookieName = { https: '__Host-desk-session', http: 'desk-session' } as const
