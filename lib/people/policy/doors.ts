// The policy's other half: every door of the build, and what it needs. The build compares it with what Next has built, and
// stops at a door without a line here; a test does the same with the tree, and others open each door as every role.

import { has, type Power, type StaffRole } from './powers'

/** `everybody`: without a session too. `staff`: whoever has one. */
export type Need = 'everybody' | 'staff' | Power

/** The Server Actions, by their names. */
export const actions = {
  signInAction: 'everybody',
  forgotAction: 'everybody',
  welcomeAction: 'everybody',
  secondStepAction: 'everybody',
  passkeyAction: 'everybody',
  stopEmailAction: 'everybody',
  setPasswordAction: 'everybody',
  askAgainAction: 'everybody',
  // Whose session has ended is signed out already.
  signOutAction: 'everybody',
  ownAccountAction: 'change own account',
  secondFactorAction: 'change own account',
  emailAction: 'change own account',
  confirmEmailAction: 'change own account',
  passwordAction: 'change own account',
  sessionsAction: 'change own account',
  decideAction: 'moderate comments',
  decideAllAction: 'moderate comments',
  startBulkAction: 'moderate comments',
  changeBulkAction: 'moderate comments',
  bulkProgressAction: 'moderate comments',
  savedViewAction: 'moderate comments',
  replyAction: 'moderate comments',
  editCommentAction: 'moderate comments',
  moveCommentAction: 'moderate comments',
  deleteCommentAction: 'delete comments',
  checkAllAction: 'moderate comments',
  reviewAction: 'moderate comments',
  checkAgainAction: 'moderate comments',
  newWordAction: 'moderate comments',
  removeWordAction: 'moderate comments',
  makeRuleAction: 'make standing rules',
  endRuleAction: 'make standing rules',
  closeCommentsAction: 'moderate comments',
  changeDiscussionAction: 'change settings',
  createChapterAction: 'write chapters',
  addEditionAction: 'write chapters',
  saveDraftAction: 'write chapters',
  publishAction: 'publish chapters',
  withdrawAction: 'publish chapters',
  recordRankingAction: 'publish chapters',
  removeRankingAction: 'publish chapters',
  peopleAction: 'manage people',
} as const satisfies Record<string, Need>

/** The pages of the desk and in front of it, by their addresses. */
export const pages = {
  '/sign-in': 'everybody',
  '/sign-in/forgot': 'everybody',
  '/sign-in/second-step': 'everybody',
  '/sign-in/email/[token]': 'everybody',
  '/welcome/[token]': 'everybody',
  '/desk': 'staff',
  '/desk/account': 'change own account',
  '/desk/account/email/[token]': 'change own account',
  '/desk/queue': 'moderate comments',
  '/desk/queue/all': 'moderate comments',
  '/desk/queue/campaigns': 'moderate comments',
  '/desk/queue/bulk/[bulkId]': 'moderate comments',
  '/desk/queue/[commentId]': 'moderate comments',
  '/desk/queue/[commentId]/edit': 'moderate comments',
  '/desk/queue/[commentId]/move': 'moderate comments',
  '/desk/queue/[commentId]/delete': 'delete comments',
  '/desk/spam': 'moderate comments',
  '/desk/spam/words': 'moderate comments',
  '/desk/rules': 'moderate comments',
  '/desk/rules/new': 'make standing rules',
  '/desk/settings': 'moderate comments',
  '/desk/chapters': 'write chapters',
  '/desk/chapters/new': 'write chapters',
  '/desk/chapters/[editionId]': 'write chapters',
  '/desk/chapters/[editionId]/preview': 'write chapters',
  '/desk/chapters/[editionId]/rankings': 'write chapters',
  '/desk/statistics': 'read statistics',
  '/desk/audit': 'read the audit',
  '/desk/people': 'manage people',
  '/desk/people/powers': 'manage people',
} as const satisfies Record<string, Need>

/**
 * What is below this address is for readers: it knows no session. The build reads it (scripts/steps/doors.mjs).
 * @public
 */
export const readersPages = '/[locale]'

/** The route handlers of Next's. */
export const handlers = {
  '/api/auth/[...nextauth]': 'everybody',
  '/api/pictures': 'write chapters',
  '/sign-in/passkey': 'everybody',
  '/desk/audit/export': 'read the audit',
  '/desk/statistics/export': 'read statistics',
  '/feeds/[...path]': 'everybody',
  '/robots.txt': 'everybody',
  '/sitemap.xml': 'everybody',
  '/sitemaps/[name]': 'everybody',
} as const satisfies Record<string, Need>

/**
 * The routes of our own server (lib/server/routes/table.ts). `behind`: handed on to a page, action or handler, which has its
 * line above. `proof`: to whoever brings a key or a signed link, whatever their role.
 */
export const routes = {
  root: 'everybody',
  moved: 'everybody',
  health: 'everybody',
  readings: 'everybody',
  akismet: 'proof',
  captcha: 'everybody',
  feeds: 'everybody',
  pictures: 'everybody',
  files: 'everybody',
  editor: 'behind',
  desk: 'behind',
  'next-auth': 'behind',
  live: 'moderate comments',
  uploads: 'behind',
  'index-now': 'everybody',
  nothing: 'everybody',
  comments: 'everybody',
  comment: 'everybody',
  'own-comment': 'proof',
  search: 'everybody',
  'page-with-form': 'everybody',
  'thread-in-language': 'everybody',
  page: 'everybody',
  unknown: 'everybody',
} as const satisfies Record<string, 'everybody' | 'behind' | 'proof' | Power>

/** Does a role of the staff have what a door needs? */
export const meets = (role: StaffRole, need: Need): boolean =>
  need === 'everybody' || need === 'staff' || has(role, need)

export const mayOpen = (role: StaffRole, page: keyof typeof pages): boolean => meets(role, pages[page])
