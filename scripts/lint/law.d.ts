/** A folder of the tree, whole or in part: `files` fits what stands behind it, `typesOnly` says that only types may be taken. */
export type Source = string | { folder: string; files: RegExp; typesOnly?: boolean }
export const rooms: string[]
export const places: { at: string; may: Source[] }[]
