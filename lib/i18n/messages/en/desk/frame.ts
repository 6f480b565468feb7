export const frame = {
  site: 'Chapterhouse',
  title: 'Chapterhouse desk',
  skip: 'Skip to the content',
  nav: 'Desk',
  places: {
    overview: 'Overview',
    queue: 'Queue',
    rules: 'Rules',
    spam: 'Spam',
    chapters: 'Chapters',
    statistics: 'Statistics',
    settings: 'Settings',
    people: 'People',
    audit: 'Audit',
    account: 'Account',
  },
  /** After the number of comments that wait. */
  pending: 'pending',
  person: '{name}, {role}',
  roles: { writer: 'writer', editor: 'editor', admin: 'admin' },
  signOut: 'Sign out',
  signOutHint: 'Ends this session. Others of yours go on',
  /** Who has given no name. */
  anonymous: 'Anonymous',
  pages: 'Pages',
  firstPage: 'First page',
  nextPage: 'Next page',
  find: 'Find',
  palette: {
    title: 'Commands',
    hint: 'Commands (Ctrl or Cmd + K)',
    type: 'Type a command or a place',
    nothing: 'Nothing fits that.',
    comment: 'This comment',
    views: 'Queue',
    places: 'Go to',
  },
  proxy: {
    title: 'All readers may look like one',
    what: 'You have come through a proxy, but TRUSTED_HOPS is 0: the site takes the proxy’s address for everybody’s. Readers then share one limit for comments, and one person’s mistakes keep others waiting.',
    // prettier-ignore
    then: 'If the proxy is the site’s own, set TRUSTED_HOPS to the number of proxies (1 for one) and start the site again. If it belongs to the network that you are in, all is well.',
  },
  broken: {
    title: 'This page could not be shown',
    text: 'The site could not read what it needs. It may be back in a moment.',
    again: 'Try again',
  },
  /** Said to whoever's role does not include what a page is for. */
  forbidden: {
    title: 'You are not allowed to see this page',
    text: 'Your role does not include what it is for. If it should, ask an admin.',
  },
  missing: {
    title: 'Not found',
    chapter: 'This chapter is not here. It may never have been, or somebody has removed it.',
    page: 'This page is not here. It may never have been, or what it showed has been removed.',
    chapters: 'All chapters',
    overview: 'To the overview',
  },
}

export type FrameWords = typeof frame
