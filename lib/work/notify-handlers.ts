import { notifyOfEdition } from '@/lib/chapters/publishing/notify-commands'
import { publicationChange, type PublicationChange } from '@/lib/chapters/reading/outlet-queries'
import { inTransaction } from '@/lib/db/in-transaction'
import { chapterPath, feedPath } from '@/lib/i18n/paths'
import { log } from '@/lib/kernel/log'
import { feedFiles } from '@/lib/syndication/feed'
import type { PublicationNotifier } from '@/lib/syndication/port'
import type { Job, Ports } from './ports'

type OfEdition = Job<{ editionId: string }>

/** A chapter's time has come: pages and those outside are told. */
export async function announcePublication({ data }: OfEdition) {
  await inTransaction((tx) => notifyOfEdition(tx, data.editionId))
}

export const notifySearchEngines = (job: OfEdition, { searchEngines, siteUrl }: Ports) =>
  notify(job, searchEngines, (news) => ({
    pages: [siteUrl + chapterPath(news.locale, news.slug)],
    feeds: [],
  }))

export const notifyFeedReaders = (job: OfEdition, { feedReaders, siteUrl }: Ports) =>
  notify(job, feedReaders, (news) => ({ pages: [], feeds: feedsWith(news).map((path) => siteUrl + path) }))

// Told twice (a worker may die between the telling and its record) they look twice, and see the same.
async function notify(
  { data, signal }: OfEdition,
  notifier: PublicationNotifier | undefined,
  inAddresses: (news: PublicationChange) => Parameters<PublicationNotifier['notify']>[0],
) {
  const news = notifier && (await publicationChange(data.editionId))
  if (!notifier || !news) return
  const notified = await notifier.notify(inAddresses(news), signal)
  if (notified === 'refused') log.warn({ notifier: notifier.name }, 'news were refused for good')
}

/** Every feed in which the chapter stands, or stood. */
function feedsWith({ locale, series, tags }: PublicationChange) {
  const folders = [
    ...[feedPath(), feedPath(locale), feedPath(locale, 'series', series)],
    ...tags.map((tag) => feedPath(locale, 'tags', tag)),
  ]
  return folders.flatMap((folder) => feedFiles.map((file) => `${folder}/${file}`))
}
