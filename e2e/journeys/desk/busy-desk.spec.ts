import pg from 'pg'
import { manyChapters } from '@/scripts/figures/chapters'
import { manyComments } from '@/scripts/figures/comments'
import { readBesideTheDesk } from '@/e2e/rig/busy-desk'
import { ms } from '@/e2e/rig/steady-reading'
import { divided, editor, expect, openSite, testWithSite } from '@/e2e/support/site'

const test = testWithSite(() => openSite({ ...divided, TRUSTED_HOPS: '1' }))

// The reader gives up after ten seconds (0).
const usual = ['200', '503', '0']

// How long a reading takes on a machine that does other things is printed and not judged: that none of them waits for the
// desk is shown in operating/processes.spec.ts, by a desk that does not move at all.
test('ten editors click through queue and chapters, and readers and editors have their pages', async ({
  site,
}) => {
  const client = new pg.Client({ connectionString: site.databaseUrl })
  await client.connect()
  await manyChapters(client, 300)
  await manyComments(client, 5_000)
  await client.end()
  const { quiet, busy, clicks, readings, pages } = await readBesideTheDesk({
    url: site.url,
    editors: Array.from({ length: 10 }, () => editor),
    pages: ['/en', '/en/series', '/en/chapters/grown-300', '/en/chapters/grown-150'],
    seconds: 8,
    rate: 100,
  })
  const line = ({ count, p50, p99, most }: typeof quiet) =>
    `p50 ${ms(p50)}, p99 ${ms(p99)}, most ${ms(most)} of ${count}`
  process.stdout.write(
    `    readers, quiet desk: ${line(quiet)}\n    readers, busy desk:  ${line(busy)} (p99 × ${(busy.p99 / quiet.p99).toFixed(1)})\n` +
      `    pages of the desk:   ${line(clicks)}\n`,
  )
  expect(quiet.count).toBeGreaterThan(0)
  expect(busy.count).toBeGreaterThan(0)
  expect(clicks.count).toBeGreaterThanOrEqual(10)
  // Where the machine has much else to do, some may be asked to come again, and nobody is told anything else.
  for (const counts of [readings, pages]) {
    expect(counts[200]).toBeGreaterThan(0)
    expect(Object.keys(counts).filter((status) => !usual.includes(status))).toEqual([])
  }
})
