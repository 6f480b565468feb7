/** Statements whose rows no test of the database sees, each with why: file, how many in it, reason. */
export const neverSeen: [file: string, statements: number, why: string][] = []
