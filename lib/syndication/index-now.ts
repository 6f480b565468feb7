import type { PublicationNotifier } from './port'
import { post } from './post'

interface IndexNowOptions {
  url: string
  key: string
  siteUrl: string
  deadlineMs?: number
}

/** Where the key can be read, which proves that the site is ours. */
export const keyPath = (key: string) => `/${key}.txt`

/** Search engines, by https://www.indexnow.org/documentation: one that is told tells the others. */
export const indexNow = ({
  url,
  key,
  siteUrl,
  deadlineMs = 10_000,
}: IndexNowOptions): PublicationNotifier => ({
  name: 'IndexNow',
  notify: ({ pages }, signal) =>
    post(
      {
        url,
        deadlineMs,
        type: 'application/json; charset=utf-8',
        body: JSON.stringify({
          host: new URL(siteUrl).host,
          key,
          keyLocation: siteUrl + keyPath(key),
          urlList: pages,
        }),
      },
      signal,
    ),
})
