import { z } from 'zod'
import { threadPageLength } from '../rules'

const whole = (from: number, to: number) =>
  z.number('number-wrong').int('number-wrong').min(from, 'number-wrong').max(to, 'number-wrong')
const yesOrNo = z.boolean('choice-wrong')
const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, 'choice-wrong')

/** Every discussion setting: what it may be. A number of 0 turns a limit off, where its lowest is 0. */
export const discussionShape = z.strictObject({
  commenting: oneOf('everyone', 'nobody'),
  nameAndEmailRequired: yesOrNo,
  websiteField: yesOrNo,
  /** Offer to keep name, e-mail address and website in the reader's own browser. */
  consentBox: yesOrNo,
  /** Days after publication until a chapter takes no more comments. */
  closeAfterDays: whole(0, 3_650),
  /** How deep replies stand inside each other; 1: all in one line. */
  threadDepth: whole(1, 10),
  /** Comments on a page of a thread. */
  pageSize: whole(5, 500),
  /** Which page of a thread stands below the chapter. */
  firstPage: oneOf('oldest', 'newest'),
  order: oneOf('oldest first', 'newest first'),
  /** The picture beside a name: made here, from the name alone. */
  avatars: oneOf('initials', 'pattern', 'none'),
  /** Who waits for an editor, even when no spam was found. */
  hold: oneOf('everybody', 'first-timers', 'nobody'),
  /** As many links or more make a comment wait. */
  linksToHold: whole(0, 100),
  /** Seconds between two comments from one address; what comes sooner by one e-mail address from several waits. */
  gapSeconds: whole(0, 3_600),
  /** The most from one address in ten minutes; what is more than that by one e-mail address waits. */
  mostInTenMinutes: whole(1, 1_000),
  /** More than this in a minute, on one chapter or on the whole site: comments wait, whatever is found. */
  chapterHoldsAt: whole(1, 100_000),
  siteHoldsAt: whole(1, 100_000),
  /** More than this in a minute on the whole site is refused. */
  siteRefusesAt: whole(1, 1_000_000),
  /** Minutes in which commenters may change or take back what they sent. */
  editMinutes: whole(0, 1_440),
  /** Who of the staff is told of comments, such as who wrote the chapter: of those that wait, or also of those that are published at once. */
  noticesTo: oneOf('nobody', 'writer', 'admins', 'admins and writer', 'all staff'),
  noticesOf: oneOf('what waits', 'every comment'),
  /** May commenters ask to be told by mail what becomes of their comment? */
  mailsToCommenters: yesOrNo,
})
export type Discussion = z.output<typeof discussionShape>

/** WordPress's defaults, but that everybody waits for an editor and that there are caps at all (docs/wordpress-parity.md). */
export const usualDiscussion: Discussion = {
  commenting: 'everyone',
  nameAndEmailRequired: true,
  websiteField: true,
  consentBox: true,
  closeAfterDays: 0,
  threadDepth: 5,
  pageSize: threadPageLength,
  firstPage: 'oldest',
  order: 'oldest first',
  avatars: 'initials',
  hold: 'everybody',
  linksToHold: 2,
  gapSeconds: 15,
  mostInTenMinutes: 10,
  chapterHoldsAt: 60,
  siteHoldsAt: 120,
  siteRefusesAt: 6_000,
  editMinutes: 5,
  noticesTo: 'admins and writer',
  noticesOf: 'what waits',
  mailsToCommenters: true,
}

/** The settings as they are kept; what is missing or cannot be read any more is as usual. */
export function readDiscussion(kept: unknown): Discussion {
  const given = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  const read = Object.entries(discussionShape.shape).map(([name, shape]) => {
    const value = shape.safeParse(given[name])
    return [name, value.success ? value.data : usualDiscussion[name as keyof Discussion]]
  })
  return Object.fromEntries(read) as Discussion
}
