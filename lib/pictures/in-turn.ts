const mostWaiting = 12
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/**
 * One at a time in this process, in the order of asking: making a picture takes hundreds of megabytes and all the
 * processor it is given. Nothing when too many wait already.
 */
export function limitPictureWork<Made>(work: () => Promise<Made>): Promise<Made | undefined> {
  if (waiting >= mostWaiting) return Promise.resolve(undefined)
  waiting++
  const mine = last.then(work).finally(() => waiting--)
  last = mine.catch(() => {})
  return mine
}
