import { tellOfEdition } from '@/lib/chapters/publishing/news-commands'
import { newsOf, type OutsideNews } from '@/lib/chapters/reading/outlet-queries'
import { inTransaction } from '@/lib/db/in-transaction'
import { chapterPath, feedPath } from '@/lib/i18n/paths'
import { log } from '@/lib/kernel/log'
import { feedFiles } from '@/lib/syndication/feed'
import type { Listener } from '@/lib/syndication/port'
import type { Job, Ports } from './ports'

type OfEdition = Job<{ editionId: string }>

/** A chapter's time has come: pages and those outside are told. */
export async function announcePublication({ data }: OfEdition) {
  await inTransaction((tx) => tellOfEdition(tx, data.editionId))
}

export const tellSearchEngines = (job: OfEdition, { searchEngines, siteUrl }: Ports) =>
  tell(job, searchEngines, (news) => ({
    pages: [siteUrl + chapterPath(news.locale, news.slug)],
    feeds: [],
  }))

export const tellFeedReaders = (job: OfEdition, { feedReaders, siteUrl }: Ports) =>
  tell(job, feedReaders, (news) => ({ pages: [], feeds: feedsWith(news).map((path) => siteUrl + path) }))

// Told twice (a worker may die between the telling and its record) they look twice, and see the same.
async function tell(
  { data, signal }: OfEdition,
  listener: Listener | undefined,
  inAddresses: (news: OutsideNews) => Parameters<Listener['tell']>[0],
) {
  const news = listener && (await newsOf(data.editionId))
  if (!listener || !news) return
  const told = await listener.tell(inAddresses(news), signal)
  if (told === 'refused') log.warn({ listener: listener.name }, 'news were refused for good')
}

/** Every feed in which the chapter stands, or stood. */
function feedsWith({ locale, series, tags }: OutsideNews) {
  const folders = [
    ...[feedPath(), feedPath(locale), feedPath(locale, 'series', series)],
    ...tags.map((tag) => feedPath(locale, 'tags', tag)),
  ]
  return folders.flatMap((folder) => feedFiles.map((file) => `${folder}/${file}`))
}
