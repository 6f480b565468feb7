import pg from 'pg'
import { channel, deskChannel } from '@/lib/db/announce'
import { log } from '@/lib/kernel/log'
import { editionTags, everything } from '@/lib/kernel/page-tags'

export interface BusListener {
  /** Readers' pages have changed: these tags, or `*`. */
  changed: (tags: string[]) => void
  /** Something has happened at the desk: what was announced there; nothing where it could not be heard. */
  atDesk?: (payload?: string) => void
  /** Can changes be heard now? While not, what is in memory may be stale. */
  hearing: (hearing: boolean) => void
}

export interface Bus {
  stop(): Promise<void>
}

const pulse = 400
// A schedule may be committed after its own time.
const hindsight = '5 seconds'
// An answer that takes longer says that changes may be missed just now.
const patience = 600

interface Due {
  key: string
  chapter: string
  series: string
  month: string
}

/**
 * Listens for `site_changed` on a connection of its own, and twice a second asks the database whether a chapter
 * has come due since the last time: so scheduled chapters appear by the database's clock, and a connection that
 * was cut without a word is noticed. Reconnects for as long as it takes. Resolves when it hears for the first time.
 */
export async function startBus(connectionString: string, listener: BusListener): Promise<Bus> {
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let lastSeen: string | undefined
  // What the clock has told of lately, by edition and time.
  let told = new Set<string>()
  // Also until it is heard for the first time: only one connection is sought at a time.
  let lost = true

  async function connect() {
    const fresh = new pg.Client({
      connectionString,
      application_name: 'chapterhouse bus',
      connectionTimeoutMillis: 5_000,
      query_timeout: 3_000,
      keepAlive: true,
    })
    fresh.on('error', () => lose(fresh))
    fresh.on('end', () => lose(fresh))
    fresh.on('notification', (heard) => {
      if (heard.channel === deskChannel) listener.atDesk?.(heard.payload)
      else listener.changed((heard.payload || everything).split(' '))
    })
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}; listen ${deskChannel}`)
      lastSeen ??= (await fresh.query<{ now: string }>('select now()::text as now')).rows[0]!.now
      if (stopped) throw new Error('the bus has been stopped meanwhile')
    } catch (error) {
      // Too slow to be of use, it may be connected all the same.
      fresh.end().catch(() => {})
      throw error
    }
    client = fresh
    lost = false
    // What happened while nobody listened is unknown: everything counts as changed.
    listener.changed([everything])
    listener.atDesk?.()
    listener.hearing(true)
    timer = setTimeout(() => void beat(fresh), pulse)
  }

  async function beat(current: pg.Client) {
    const late = setTimeout(() => current === client && listener.hearing(false), patience)
    const begun = Date.now()
    try {
      const { rows } = await current.query<{ now: string; due: Due[] | null }>(
        `select now()::text as now, (
           select json_agg(json_build_object('key', p.edition_id || ' ' || p.publish_at, 'chapter', c.id, 'series', s.slug,
             'month', to_char(month_of(p.publish_at), 'YYYY-MM')))
           from publication p join edition e on e.id = p.edition_id
           join chapter c on c.id = e.chapter_id join series s on s.id = c.series_id
           where p.scheduled and p.publish_at > $1::timestamptz - $2::interval and p.publish_at <= now()) as due`,
        [lastSeen, hindsight],
      )
      const due = rows[0]!.due ?? []
      const unheard = due.filter(({ key }) => !told.has(key))
      if (unheard.length > 0)
        listener.changed(unheard.flatMap(({ chapter, series, month }) => editionTags(chapter, series, month)))
      told = new Set(due.map(({ key }) => key))
      lastSeen = rows[0]!.now
      if (stopped || client !== current) return
      if (Date.now() - begun >= patience) listener.hearing(true)
      timer = setTimeout(() => void beat(current), pulse)
    } catch {
      lose(current)
    } finally {
      clearTimeout(late)
    }
  }

  function lose(old: pg.Client) {
    if (stopped || lost || (client && client !== old)) return
    lost = true
    client = undefined
    clearTimeout(timer)
    listener.hearing(false)
    log.warn('the bus cannot be heard; pages are rendered anew until it can')
    old.end().catch(() => {})
    void reconnect()
  }

  async function reconnect() {
    for (let wait = 100; !stopped; wait = Math.min(wait * 2, 2_000)) {
      try {
        await connect()
        log.info('the bus is heard again')
        return
      } catch {
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }

  // At a start the process is busy with loading; a database that is really gone has been noticed before.
  await connect().catch(connect).catch(connect)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
