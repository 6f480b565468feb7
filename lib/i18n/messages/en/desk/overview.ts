export const overview = {
  greeting: 'Good to see you, {name}',
  newChapter: 'New chapter',
  comments: 'Comments',
  chapters: 'Chapters',
  drafts: 'Drafts',
  eachLanguage: 'Each language of a chapter counts by itself.',
  notOut: 'Not out yet',
  allOut: 'Everything that was written is published.',
  savedBy: '{time} by {name}',
  searched: 'Most searched words of the last month',
  noneSearched: 'None yet. Words are counted once three different readers have searched for them in a week.',
}

export type OverviewWords = typeof overview
