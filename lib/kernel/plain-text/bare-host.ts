/** A host as links are found by it: www before it makes no other one. */
export const bareHost = (host: string) => host.toLowerCase().replace(/^www\./, '')
