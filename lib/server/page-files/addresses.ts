// What nginx takes too (deploy/nginx.conf): nothing that a file system could read as anything but a name.
const plain = /^(?:\/[A-Za-z0-9_~%-]{1,200})+$/

// With the folders before it a path that every system takes.
const longest = 1_000

/** May the page at this address lie in a file? No dot, no query, no empty part; not `/`, which differs by language. */
export const hasFile = (address: string) => address.length <= longest && plain.test(address)

/** The folder of a page's codings. No address has a dot, so it is not the folder of those below that address. */
export const pageFolder = (address: string) => `${address}.d`
