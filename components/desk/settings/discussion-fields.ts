import type { Discussion } from '@/lib/comments/discussion/settings'
import type { DeskWords } from '../language/words'
import { asciiDigits } from '@/lib/kernel/text/digits'

type Of<Value> = {
  [Name in keyof Discussion]: Discussion[Name] extends Value ? Name : never
}[keyof Discussion]

/** What may be typed or chosen; how it is asked for stands with the words of each language. */
export type SettingField =
  | { kind: 'number'; name: Of<number>; from: number; to: number }
  | { kind: 'yes-no'; name: Of<boolean> }
  | { kind: 'choice'; name: Of<string>; choices: string[] }

type Group = keyof DeskWords['settings']['groups']

/** The discussion settings as they are asked for, in their groups. */
export const discussionGroups: { group: Group; fields: SettingField[] }[] = [
  {
    group: 'who',
    fields: [
      { kind: 'choice', name: 'commenting', choices: ['everyone', 'nobody'] },
      { kind: 'number', name: 'closeAfterDays', from: 0, to: 3_650 },
      { kind: 'number', name: 'editMinutes', from: 0, to: 1_440 },
    ],
  },
  {
    group: 'form',
    fields: [
      { kind: 'yes-no', name: 'nameAndEmailRequired' },
      { kind: 'yes-no', name: 'websiteField' },
      { kind: 'yes-no', name: 'consentBox' },
    ],
  },
  {
    group: 'threads',
    fields: [
      { kind: 'number', name: 'threadDepth', from: 1, to: 10 },
      { kind: 'choice', name: 'order', choices: ['oldest first', 'newest first'] },
      { kind: 'number', name: 'pageSize', from: 5, to: 500 },
      { kind: 'choice', name: 'firstPage', choices: ['oldest', 'newest'] },
      { kind: 'choice', name: 'avatars', choices: ['initials', 'pattern', 'none'] },
    ],
  },
  {
    group: 'waits',
    fields: [
      { kind: 'choice', name: 'hold', choices: ['everybody', 'first-timers', 'nobody'] },
      { kind: 'number', name: 'linksToHold', from: 0, to: 100 },
    ],
  },
  {
    group: 'floods',
    fields: [
      { kind: 'number', name: 'gapSeconds', from: 0, to: 3_600 },
      { kind: 'number', name: 'mostInTenMinutes', from: 1, to: 1_000 },
      { kind: 'number', name: 'chapterHoldsAt', from: 1, to: 100_000 },
      { kind: 'number', name: 'siteHoldsAt', from: 1, to: 100_000 },
      { kind: 'number', name: 'siteRefusesAt', from: 1, to: 1_000_000 },
    ],
  },
  {
    group: 'mails',
    fields: [
      {
        kind: 'choice',
        name: 'noticesTo',
        choices: ['nobody', 'writer', 'admins', 'admins and writer', 'all staff'],
      },
      { kind: 'choice', name: 'noticesOf', choices: ['what waits', 'every comment'] },
      { kind: 'yes-no', name: 'mailsToCommenters' },
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
