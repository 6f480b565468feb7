import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { checkerName, ruleName } from '@/lib/i18n/statements/words'
import { sumOf } from '@/lib/moderation/statistics/rules'
import type { Decisions, OpinionFigures, Waits } from '@/lib/moderation/statistics/types'
import type { Cell, Column, Sheet, Told } from './sheet'

export function waitedSheet({ locale, statistics }: Told): Sheet {
  const { statistics: words } = deskWords(locale)
  const { rules, checkers } = statistics
  return {
    name: 'waited',
    title: words.sheets.waited.title,
    notes: [words.sheets.waited.note],
    columns: [{ label: words.columns.heldBy, kind: 'text' }, ...waitColumns(locale)],
    rows: [
      ...rules
        .filter(({ waits }) => waits.count > 0)
        .map(({ rule, waits }) => [ruleNamed(locale, rule), ...waitCells(waits)]),
      ...checkers
        .filter(({ waits }) => waits.count > 0)
        .map(({ checker, waits }) => [checkerNamed(locale, checker), ...waitCells(waits)]),
    ],
  }
}

export function peopleSheet({ locale, statistics }: Told): Sheet {
  const { statistics: words } = deskWords(locale)
  const { title, note, own } = words.sheets.people
  const { isByPerson, people } = statistics
  const nameOf = (id?: string, name?: string) => (id ? (name ?? words.gone) : words.others)
  return {
    name: 'people',
    title,
    notes: [isByPerson ? note : own],
    stacked: true,
    columns: [
      { label: words.columns.who, kind: 'text' },
      { label: words.columns.all, kind: 'count' },
      ...decisionColumns(locale),
      { label: words.columns.undone, kind: 'count', tone: 'warn' },
      ...waitColumns(locale),
    ],
    rows: people.map(({ id, name, decisions, waits }) => [
      isByPerson || !id ? nameOf(id, name) : words.you,
      sumOf(decisions),
      ...decisionCells(decisions),
      decisions.undone,
      ...waitCells(waits),
    ]),
  }
}

export function rulesSheet({ locale, statistics }: Told): Sheet {
  const { statistics: words } = deskWords(locale)
  return {
    name: 'rules',
    title: words.sheets.rules.title,
    notes: [words.sheets.rules.note],
    stacked: true,
    columns: [
      { label: words.columns.rule, kind: 'text' },
      { label: words.columns.all, kind: 'count' },
      ...decisionColumns(locale),
    ],
    rows: statistics.rules
      .filter(({ decisions }) => sumOf(decisions) > 0)
      .map(({ rule, decisions }) => [ruleNamed(locale, rule), sumOf(decisions), ...decisionCells(decisions)]),
  }
}

export function opinionsSheet({ locale, statistics }: Told): Sheet {
  const { columns: heads, sheets, precise } = deskWords(locale).statistics
  return {
    name: 'opinions',
    title: sheets.opinions.title,
    notes: [sheets.opinions.note, precise],
    stacked: true,
    columns: [
      { label: heads.source, kind: 'text' },
      { label: heads.right, kind: 'count', tone: 'good' },
      { label: heads.wrong, kind: 'count', tone: 'rubric' },
      { label: heads.missed, kind: 'count', tone: 'warn' },
      { label: heads.passed, kind: 'count', tone: 'calm' },
      { label: heads.trashed, kind: 'count' },
      { label: heads.unseen, kind: 'count' },
      { label: heads.unknown, kind: 'count' },
      { label: heads.precision, kind: 'share' },
      { label: heads.recall, kind: 'share' },
    ],
    rows: statistics.opinions.map((opinion) => [sourceNamed(locale, opinion), ...opinionCells(opinion)]),
  }
}

function opinionCells({ against, passed, unknown, precision, recall }: OpinionFigures): Cell[] {
  return [
    against.right,
    against.wrong,
    passed?.wrong,
    passed?.right,
    against.taste + (passed?.taste ?? 0),
    against.unseen + (passed?.unseen ?? 0),
    unknown,
    precision,
    recall,
  ]
}

function decisionColumns(locale: Locale): Column[] {
  const { states } = deskWords(locale).queue
  return [
    { label: states.approved, kind: 'count', tone: 'good' },
    { label: states.spam, kind: 'count', tone: 'rubric' },
    { label: states.trash, kind: 'count', tone: 'soft' },
    { label: states.pending, kind: 'count', tone: 'calm' },
  ]
}
const decisionCells = ({ approved, spam, trash, pending }: Decisions): Cell[] => [
  approved,
  spam,
  trash,
  pending,
]

function waitColumns(locale: Locale): Column[] {
  const { columns } = deskWords(locale).statistics
  return [
    { label: columns.waits, kind: 'count' },
    { label: columns.median, kind: 'seconds' },
    { label: columns.ninth, kind: 'seconds' },
  ]
}
const waitCells = ({ count, median, ninth }: Waits): Cell[] => [count, median, ninth]

const ruleNamed = (locale: Locale, rule: string) =>
  rule === 'none' ? deskWords(locale).statistics.noRule : ruleName(locale, rule)

function checkerNamed(locale: Locale, checker: string) {
  const { noChecker, checker: called } = deskWords(locale).statistics
  return checker === 'none' ? noChecker : say(locale, called, { name: checkerName(locale, checker) })
}

const sourceNamed = (locale: Locale, { kind, code }: OpinionFigures) =>
  kind === 'checker' ? checkerNamed(locale, code) : ruleNamed(locale, code)
