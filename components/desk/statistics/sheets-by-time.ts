import { deskWords } from '@/lib/i18n/desk-words'
import { howLong } from '@/lib/i18n/formats'
import { say } from '@/lib/i18n/say'
import { shareOf } from '@/lib/moderation/statistics/rules'
import type { Sheet, Told } from './sheet'

export function daysSheet({ locale, statistics, isHalfHour }: Told): Sheet {
  const { statistics: words, queue } = deskWords(locale)
  const { title, note, halfHour } = words.sheets.days
  return {
    name: 'days',
    title,
    notes: [note, ...(isHalfHour ? [halfHour] : [])],
    stacked: true,
    columns: [
      { label: words.columns.day, kind: 'day' },
      { label: words.columns.sent, kind: 'count' },
      { label: queue.states.approved, kind: 'count', tone: 'good' },
      { label: queue.states.pending, kind: 'count', tone: 'calm' },
      { label: queue.states.spam, kind: 'count', tone: 'rubric' },
      { label: queue.states.trash, kind: 'count', tone: 'soft' },
      { label: words.columns.spamShare, kind: 'share' },
    ],
    rows: statistics.days.map(({ day, approved, pending, spam, trash }) => {
      const sent = approved + pending + spam + trash
      return [day, sent, approved, pending, spam, trash, shareOf(spam, sent)]
    }),
  }
}

export function hoursSheet({ locale, statistics }: Told): Sheet {
  const { columns, sheets } = deskWords(locale).statistics
  return {
    name: 'hours',
    title: sheets.hours.title,
    notes: [sheets.hours.note],
    columns: [
      { label: columns.hour, kind: 'hour' },
      { label: columns.sent, kind: 'count', tone: 'calm' },
      { label: columns.decided, kind: 'count', tone: 'good' },
    ],
    rows: statistics.hours.map(({ hour, sent, decided }) => [hour, sent, decided]),
  }
}

export function waitsSheet({ locale, statistics }: Told): Sheet {
  const { columns, sheets } = deskWords(locale).statistics
  const { title, note, upTo, longer } = sheets.waits
  return {
    name: 'waits',
    title,
    notes: [note],
    columns: [
      { label: columns.wait, kind: 'text' },
      { label: columns.comments, kind: 'count', tone: 'calm' },
    ],
    rows: statistics.steps.map(({ until, count }) => [
      until === undefined ? longer : say(locale, upTo, { time: howLong(locale, until) }),
      count,
    ]),
  }
}
