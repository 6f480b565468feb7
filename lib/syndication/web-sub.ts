import type { PublicationNotifier } from './port'
import { post } from './post'

/**
 * A hub that hands news on to those who follow feeds. How a hub is told is left open by https://www.w3.org/TR/websub/;
 * hubs understand what PubSubHubbub had: hub.mode=publish, with one hub.url for each feed.
 */
export const webSub = ({
  hub,
  deadlineMs = 10_000,
}: {
  hub: string
  deadlineMs?: number
}): PublicationNotifier => ({
  name: 'WebSub',
  notify: ({ feeds }, signal) => {
    const fields = [['hub.mode', 'publish'], ...feeds.map((feed) => ['hub.url', feed])]
    const body = new URLSearchParams(fields as [string, string][]).toString()
    return post({ url: hub, deadlineMs, type: 'application/x-www-form-urlencoded', body }, signal)
  },
})
