// A table, and so longer than other files: one entry for each setting of the discussion.

import type { Discussion } from '@/lib/comments/discussion/settings'
import { asciiDigits } from '@/lib/kernel/text/digits'

type Of<Value> = {
  [Name in keyof Discussion]: Discussion[Name] extends Value ? Name : never
}[keyof Discussion]

export type SettingField =
  | { kind: 'number'; name: Of<number>; label: string; hint?: string; from: number; to: number }
  | { kind: 'yes-no'; name: Of<boolean>; label: string; hint?: string }
  | {
      kind: 'choice'
      name: Of<string>
      label: string
      hint?: string
      choices: [value: string, words: string][]
    }

/** The discussion settings as they are asked for, in their groups. */
export const discussionGroups: { title: string; fields: SettingField[] }[] = [
  {
    title: 'Who may comment, and until when',
    fields: [
      {
        kind: 'choice',
        name: 'commenting',
        label: 'Comments',
        choices: [
          ['everyone', 'Everyone may comment'],
          ['nobody', 'Nobody may comment, on any chapter'],
        ],
      },
      {
        kind: 'number',
        name: 'closeAfterDays',
        label: 'Close a chapter after days',
        hint: '0: never',
        from: 0,
        to: 3_650,
      },
      {
        kind: 'number',
        name: 'editMinutes',
        label: 'Minutes in which commenters may change their text',
        hint: 'Later, what was published waits for an editor again. 0: no changes at all',
        from: 0,
        to: 1_440,
      },
    ],
  },
  {
    title: 'The form',
    fields: [
      { kind: 'yes-no', name: 'nameAndEmailRequired', label: 'Name and email are required' },
      { kind: 'yes-no', name: 'websiteField', label: 'Ask for a website' },
      {
        kind: 'yes-no',
        name: 'consentBox',
        label: 'Offer to remember name, email and website',
        hint: 'In the reader’s own browser, and nowhere else.',
      },
    ],
  },
  {
    title: 'Threads',
    fields: [
      {
        kind: 'number',
        name: 'threadDepth',
        label: 'Replies inside each other, levels',
        hint: '1: no replies',
        from: 1,
        to: 10,
      },
      {
        kind: 'choice',
        name: 'order',
        label: 'Order',
        choices: [
          ['oldest first', 'Oldest first'],
          ['newest first', 'Newest first'],
        ],
      },
      { kind: 'number', name: 'pageSize', label: 'Comments on a page', from: 5, to: 500 },
      {
        kind: 'choice',
        name: 'firstPage',
        label: 'Below the chapter',
        choices: [
          ['oldest', 'The first page of comments'],
          ['newest', 'The newest page of comments'],
        ],
      },
      {
        kind: 'choice',
        name: 'avatars',
        label: 'Pictures beside names',
        hint: 'Made here from the name; nothing is fetched from anywhere.',
        choices: [
          ['initials', 'Initials'],
          ['pattern', 'A pattern'],
          ['none', 'None'],
        ],
      },
    ],
  },
  {
    title: 'Who waits for an editor',
    fields: [
      {
        kind: 'choice',
        name: 'hold',
        label: 'Before a comment appears',
        hint: 'Spam, words on your lists, floods and names like the staff’s wait in any case.',
        choices: [
          ['everybody', 'Every comment waits'],
          ['first-timers', 'Those wait whose name and email have not been approved before'],
          ['nobody', 'Nobody waits'],
        ],
      },
      {
        kind: 'number',
        name: 'linksToHold',
        label: 'Links that make a comment wait',
        hint: '0: any number is fine',
        from: 0,
        to: 100,
      },
    ],
  },
  {
    title: 'Floods',
    fields: [
      {
        kind: 'number',
        name: 'gapSeconds',
        label: 'Seconds between two comments',
        hint: 'From one address. By one email from several, they wait for an editor. 0: no pause',
        from: 0,
        to: 3_600,
      },
      {
        kind: 'number',
        name: 'mostInTenMinutes',
        label: 'Comments in ten minutes',
        hint: 'From one address. By one email from several, more than that wait for an editor.',
        from: 1,
        to: 1_000,
      },
      {
        kind: 'number',
        name: 'chapterHoldsAt',
        label: 'A minute on one chapter: more wait',
        from: 1,
        to: 100_000,
      },
      { kind: 'number', name: 'siteHoldsAt', label: 'A minute on the site: more wait', from: 1, to: 100_000 },
      {
        kind: 'number',
        name: 'siteRefusesAt',
        label: 'A minute on the site: more are refused',
        from: 1,
        to: 1_000_000,
      },
    ],
  },
  {
    title: 'Mails',
    fields: [
      {
        kind: 'choice',
        name: 'noticesTo',
        label: 'Tell of comments',
        choices: [
          ['nobody', 'Nobody'],
          ['writer', 'Whoever wrote the chapter'],
          ['admins', 'The admins'],
          ['admins and writer', 'The admins and whoever wrote the chapter'],
          ['all staff', 'Admins and editors'],
        ],
      },
      {
        kind: 'choice',
        name: 'noticesOf',
        label: 'Of which comments',
        hint: 'Never of spam; each person once for each comment, and once more when a published one was changed.',
        choices: [
          ['what waits', 'Of those that wait for an editor'],
          ['every comment', 'Of those that are published at once, too'],
        ],
      },
      {
        kind: 'yes-no',
        name: 'mailsToCommenters',
        label: 'Commenters may ask to be told',
        hint: 'When theirs is published, and of replies; the address is confirmed first.',
      },
    ],
  },
]

/** What a sent form says, as settings: what is no number stays text, and is refused by its name. */
export function discussionIn(form: FormData): Record<string, unknown> {
  const text = (name: string) => String(form.get(name) ?? '')
  const read = (field: SettingField) => {
    if (field.kind === 'yes-no') return form.get(field.name) === 'yes'
    if (field.kind === 'choice') return text(field.name)
    const number = asciiDigits(text(field.name).slice(0, 100))
    return /^\d{1,9}$/.test(number) ? Number(number) : text(field.name)
  }
  return Object.fromEntries(
    discussionGroups.flatMap(({ fields }) => fields.map((field) => [field.name, read(field)])),
  )
}
