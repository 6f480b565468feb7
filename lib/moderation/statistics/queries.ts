import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { TallyFigure } from '@/lib/db/generated/enums'
import { locales } from '@/lib/i18n/locales'
import { dayAt, hourAt } from '@/lib/i18n/time/local-time'
import { momentIn } from '@/lib/i18n/time/moment-in'
import { ensure, may, type StaffActor } from '@/lib/people/permissions'
import { byWho, decisionsIn, opinionIn, stepsIn, sumOf, waitsIn, type Tally } from './rules'
import { readWish, type StatisticsWish } from './schema'
import type { DayFigures, PersonFigures, Statistics } from './types'

const DAY = 24 * 60 * 60 * 1_000

/** The dates that a wish is about, by the clocks of a zone. */
function datesOf({ days }: StatisticsWish, zone: string | undefined, now: Date): string[] {
  const today = Date.parse(`${dayAt(zone, now)}T00:00Z`)
  return Array.from({ length: days }, (_, place) =>
    new Date(today - (days - 1 - place) * DAY).toISOString().slice(0, 10),
  )
}

interface HourRow {
  at: Date
  pending: number
  approved: number
  spam: number
  trash: number
  decided: number
}

/** What was counted of each hour from a moment on. */
export const hoursStatement = ({ locale }: StatisticsWish, from: Date) => Prisma.sql`
  select at, sum(pending)::int as pending, sum(approved)::int as approved, sum(spam)::int as spam,
    sum(trash)::int as trash, sum(decided)::int as decided
  from hour_tally where locale = any (${locale ? [locale] : [...locales]}::text[]) and at >= ${from}
  group by at`

/** One figure of all days between two dates (UTC), both included. */
export const talliesStatement = (
  figure: TallyFigure,
  { locale }: StatisticsWish,
  [first, last]: [string, string],
) => Prisma.sql`
  select who, what, sum(count)::int as count
  from day_tally
  where figure = ${figure}::tally_figure and locale = any (${locale ? [locale] : [...locales]}::text[])
    and day between ${first}::date and ${last}::date
  group by who, what having sum(count) <> 0`

/**
 * What has happened over some days: read from counts that are kept (decision 049), some for each hour and some for each
 * day. Who does not manage people sees no other person's figures by themselves.
 */
export async function statistics(actor: StaffActor, given: unknown, now = new Date()): Promise<Statistics> {
  ensure(actor, 'read statistics')
  const wish = readWish(given)
  const { id: own } = actor
  const zone = actor.zone ?? undefined
  const dates = datesOf(wish, zone, now)
  const ends: [string, string] = [dates[0]!, dates.at(-1)!]
  const from = momentIn(zone ?? 'UTC', `${ends[0]}T00:00`)!
  const figure = (name: TallyFigure) => db.$queryRaw<Tally[]>(talliesStatement(name, wish, ends))
  const [rows, decided, byPerson, byRule, byChecker, opinions] = await Promise.all([
    db.$queryRaw<HourRow[]>(hoursStatement(wish, from)),
    figure('decision'),
    figure('person_wait'),
    figure('rule_wait'),
    figure('checker_wait'),
    figure('opinion'),
  ])
  const hours = rows.map((row) => ({ ...row, day: dayAt(zone, row.at), hour: hourAt(zone, row.at) }))
  const days = daysIn(hours, dates)
  const isByPerson = may(actor, 'manage people')
  return {
    wish,
    days,
    hours: hoursIn(hours, dates),
    total: days.reduce(added, { pending: 0, approved: 0, spam: 0, trash: 0 }),
    steps: stepsIn(byPerson),
    waits: waitsIn(byPerson),
    isByPerson,
    people: await named(peopleIn(decided, byPerson, isByPerson ? undefined : own)),
    rules: rulesIn(decided, byRule),
    checkers: [...byWho(byChecker)]
      .map(([who, waits]) => ({ checker: withoutPrefix(who), waits: waitsIn(waits) }))
      .sort((one, other) => other.waits.count - one.waits.count),
    opinions: [...byWho(opinions)]
      .map(([source, tallies]) => opinionIn(source, tallies))
      .sort(
        (one, other) =>
          kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (one.code < other.code ? -1 : 1),
      ),
  }
}

const kinds = ['checker', 'filter', 'rule']
const withoutPrefix = (who: string) => who.slice(who.indexOf(':') + 1)
const isPerson = ({ who }: Tally) => who.startsWith('person:')

const added = <Sums extends Omit<DayFigures, 'day'>>(sums: Sums, one: Omit<DayFigures, 'day'>): Sums => ({
  ...sums,
  pending: sums.pending + one.pending,
  approved: sums.approved + one.approved,
  spam: sums.spam + one.spam,
  trash: sums.trash + one.trash,
})

type Hour = HourRow & { day: string; hour: number }

// An hour belongs to the day in which it begins: where clocks differ from UTC by half an hour, that half of it after
// midnight is counted with the day before.
function daysIn(hours: readonly Hour[], dates: readonly string[]): DayFigures[] {
  const days = new Map(dates.map((day) => [day, { day, pending: 0, approved: 0, spam: 0, trash: 0 }]))
  for (const row of hours) {
    const day = days.get(row.day)
    if (day) days.set(row.day, added(day, row))
  }
  return [...days.values()]
}

function hoursIn(rows: readonly Hour[], dates: readonly string[]) {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, sent: 0, decided: 0 }))
  for (const row of rows) {
    const hour = hours[row.hour]
    if (!hour || row.day > dates.at(-1)!) continue
    hour.sent += row.pending + row.approved + row.spam + row.trash
    hour.decided += row.decided
  }
  return hours
}

/** Of each person; for `own`, of that one and of all others together. */
function peopleIn(decided: readonly Tally[], waits: readonly Tally[], own?: string): PersonFigures[] {
  const shown = (tallies: readonly Tally[]) =>
    tallies
      .filter(isPerson)
      .map((tally) => ({ ...tally, who: own && tally.who !== `person:${own}` ? '' : tally.who }))
  const waited = byWho(shown(waits))
  return [...byWho(shown(decided))]
    .map(([who, tallies]) => ({
      ...(who && { id: withoutPrefix(who) }),
      decisions: decisionsIn(tallies),
      waits: waitsIn(waited.get(who) ?? []),
    }))
    .sort((one, other) => sumOf(other.decisions) - sumOf(one.decisions))
}

async function named(people: PersonFigures[]): Promise<PersonFigures[]> {
  const ids = people.flatMap(({ id }) => id ?? [])
  const rows = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return people.map((person) => ({ ...person, name: person.id && names.get(person.id) }))
}

function rulesIn(decided: readonly Tally[], waits: readonly Tally[]) {
  const decisions = byWho(decided.filter((tally) => !isPerson(tally)))
  const waited = byWho(waits)
  return [...new Set([...decisions.keys(), ...waited.keys()])].sort().map((who) => ({
    rule: withoutPrefix(who),
    decisions: decisionsIn(decisions.get(who) ?? []),
    waits: waitsIn(waited.get(who) ?? []),
  }))
}
