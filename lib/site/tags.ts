/** Names of what readers see; a change is announced under the same names. */
export const tags = {
  site: 'site',
  chapter: (chapterId: string) => `chapter:${chapterId}`,
}
