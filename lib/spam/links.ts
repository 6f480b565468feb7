/** How many links a text has, however they are written. */
export const countLinks = (text: string) => text.match(/https?:\/\/(?:www\.)?|\bwww\./gi)?.length ?? 0
