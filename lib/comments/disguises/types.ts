/** Words in which letters look like others, each with those letters and what they look like. */
export type Disguises = Readonly<Record<string, Readonly<Record<string, string>>>>
