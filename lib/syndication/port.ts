/** What has changed for readers, as whole addresses of this site. */
interface News {
  pages: string[]
  feeds: string[]
}

/** `refused`: this will never be taken, however often it is told. */
export type Notified = 'notified' | 'refused'

/** Somebody who wants to be told of news. Throws when it could not tell: then it is told again. */
export interface PublicationNotifier {
  name: string
  notify(news: News, signal?: AbortSignal): Promise<Notified>
}
