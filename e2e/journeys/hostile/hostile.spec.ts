import { expect, type Page } from 'playwright/test'
import { filledForm, openNewestChapter, send, type OpenChapter } from '@/e2e/rig/reader'
import { aged } from '@/e2e/support/aged-sum'
import { signIn } from '@/e2e/support/desk'
import { hostileStrings, watch } from '@/e2e/support/hostile/hostile'
import { admin, openSite, test as base, type Site } from '@/e2e/support/site'

// Every string through every field, and then every view looked at: nothing runs, nothing is asked of elsewhere,
// nothing moves what stands beside it. The gate for floods sees another address and another person each time.
const test = base.extend<object, { hostile: { site: Site; open: OpenChapter; statuses: number[] } }>({
  hostile: [
    async ({}, use) => {
      const { site, close } = await openSite({ TRUSTED_HOPS: '1' })
      try {
        await use({ site, ...(await sendAll(site)) })
      } finally {
        await close()
      }
    },
    { scope: 'worker', timeout: 240_000 },
  ],
})

// A trace keeps a copy of the page at every step: of pages as large as these that is most of the time.
test.use({ trace: 'off' })

async function sendAll(site: Site) {
  // Many on a page: each is looked at all the same, and fewer pages are loaded.
  const many = { chapterHoldsAt: 100_000, siteHoldsAt: 100_000, linksToHold: 0, pageSize: 250 }
  await site.query(`update setting set value = value || $1::jsonb where key = 'discussion'`, [many])
  const open = await openNewestChapter(site.url)
  const strings = hostileStrings()
  const statuses: number[] = []
  const forms: Record<string, string>[][] = []
  for (let from = 0; from < strings.length; from += 40)
    forms.push(
      ...(await Promise.all(
        strings
          .slice(from, from + 40)
          .map(() => Promise.all([1, 2].map(async () => aged(await filledForm(open, ''))))),
      )),
    )
  for (let from = 0; from < strings.length; from += 16) {
    await Promise.all(
      strings.slice(from, from + 16).map(async (text, place) => {
        const number = from + place
        const [first, second] = forms[number]!
        const post = async (
          form: Record<string, string>,
          fields: Record<string, string>,
          headers: Record<string, string> = {},
        ) => {
          const who = form === first ? 1 : 2
          const plain = {
            email: `reader-${number}-${who}@example.org`,
            author: `Reader ${number}`,
            comment: `A plain comment, number ${number}`,
          }
          const address = { 'x-forwarded-for': `10.${who}.${number >> 8}.${number & 255}` }
          const { status } = await send(open, { ...form, ...plain, ...fields }, { ...address, ...headers })
          statuses.push(status)
        }
        const header = encodeURI(text.toWellFormed()).slice(0, 500)
        const strange = { 'user-agent': header, referer: header, 'accept-language': header }
        const all = { comment: text, author: text, email: text, url: text, unseen: text }
        await post(first!, all, strange)
        // What one field refuses must not keep the string out of the others.
        await post(first!, { comment: text, unseen: text }, strange)
        await post(second!, { author: text, url: text })
        await post(second!, { author: text })
        const keys = { challenge: text, answer: text, chapter: text, parent: text, submission_key: text }
        await post(second!, keys)
      }),
    )
  }
  return { open, statuses }
}

const publishAll = async (site: Site) => {
  await site.query(`update comment set status = 'approved' where name <> 'nobody'`)
  await site.query(`select pg_notify('site_changed', 'site')`)
}

const widthsOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((nodes) => [
      ...new Set(
        nodes.map((node) => `${node.getBoundingClientRect().left} ${node.getBoundingClientRect().width}`),
      ),
    ])

test('whatever is sent, the server answers what it means to, and never fails', async ({ hostile }) => {
  const { statuses, site } = hostile
  expect(statuses.length).toBeGreaterThan(2_000)
  expect(statuses.filter((status) => status >= 500)).toEqual([])
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(500)
  const [row] = await site.query<{ count: number }>('select count(*)::int as count from comment')
  expect(row!.count).toBeGreaterThan(900)
  // Every one of them has been screened: no string ends a job.
  await expect
    .poll(
      async () =>
        (
          await site.query<{ count: number }>(
            `select count(*)::int as count from pgboss.job where name in ('dead-letters', 'check-spam') and state <> 'completed'`,
          )
        )[0]!.count,
      { timeout: 150_000 },
    )
    .toBe(0)
  expect(site.server.said()).not.toMatch(/"level":(50|60)/)
})

for (const [name, viewport] of [
  ['a phone', { width: 360, height: 740 }],
  ['a desk', { width: 1_280, height: 900 }],
] as const) {
  test(`on the chapter’s page, on ${name}: nothing runs and nothing moves`, async ({ page, hostile }) => {
    const { site, open } = hostile
    const path = open.action.replace('/comments', '')
    await page.setViewportSize(viewport)
    await site.query(`update comment set status = 'trash'`)
    await site.query(`select pg_notify('site_changed', 'site')`)
    await expect
      .poll(async () => (await (await fetch(site.url + path)).text()).match(/<article/g)?.length)
      .toBe(1)
    await page.goto(site.url + path)
    const form = await widthsOf(page, '#respond, .comments h2, main article h1')
    const scripts = await page.locator('script').count()

    await publishAll(site)
    const pageCount = Math.ceil((await approved(site)) / 250)
    expect(pageCount).toBeGreaterThan(3)
    await expect.poll(async () => (await fetch(`${site.url}${path}/comments/${pageCount}`)).status).toBe(200)
    // The chapter's own page was kept, with the one comment that there was.
    await expect
      .poll(async () => (await (await fetch(site.url + path)).text()).match(/<article/g)?.length)
      .toBeGreaterThan(1)
    const happened = await watch(page, site)
    let shown = 0
    for (let number = 1; number <= pageCount; number++) {
      await page.goto(`${site.url}${path}${number > 1 ? `/comments/${number}` : ''}`)
      if (number === 1) {
        await page.locator('#respond').scrollIntoViewIfNeeded()
        await expect(page.getByRole('math')).toBeVisible()
        expect(await page.locator('script').count()).toBe(scripts)
        expect(await widthsOf(page, '#respond, .comments h2, main article h1')).toEqual(form)
      }
      await lookAtThread(page)
      shown += await page.locator('#comments article').count()
    }
    expect(shown).toBe(await approved(site))
    expect(happened).toEqual([])
  })
}

const approved = async (site: Site) =>
  (
    await site.query<{ count: number }>(
      `select count(*)::int as count from comment where status = 'approved' group by chapter_id order by 1 desc`,
    )
  )[0]!.count

/** Nothing of a comment is markup, and its neighbours are as wide and as far from the edge as ever, one below the other. */
async function lookAtThread(page: Page) {
  const seen = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('#comments > ol > li > article')].map((article) =>
      article.getBoundingClientRect(),
    )
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#comments a')]
    return {
      hacked: document.title.includes('hacked'),
      forms: document.querySelectorAll('#respond').length,
      markup: document.querySelectorAll(
        '#escaped, #comments :is(script, img, iframe, svg, style, link, base, meta)',
      ).length,
      strangeLinks: links.filter(({ protocol }) => !['http:', 'https:'].includes(protocol)).length,
      widths: [...new Set(boxes.map(({ left, width }) => `${left} ${width}`))],
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      overlapping: boxes.filter((box, place) => place > 0 && box.top < boxes[place - 1]!.bottom - 1).length,
    }
  })
  expect(seen).toMatchObject({
    hacked: false,
    forms: 1,
    markup: 0,
    strangeLinks: 0,
    wider: 0,
    overlapping: 0,
    widths: [expect.any(String)],
  })
}

test('at the desk: in the queue and in the history, nothing runs and nothing moves', async ({
  page,
  hostile,
}) => {
  test.setTimeout(240_000)
  const { site } = hostile
  await site.query(`update comment set status = 'pending'`)
  const happened = await watch(page, site)
  await signIn(page, site.url, admin)
  let shown = 0
  for (let next: string | null = '/desk/queue?show=100'; next;) {
    await page.goto(site.url + next)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const seen = await page.evaluate(() => {
      const cards = [...document.querySelectorAll('article')].map((card) => card.getBoundingClientRect())
      const more = [...document.querySelectorAll('a')].find((link) => link.textContent === 'Next page')
      return {
        shown: cards.length,
        widths: [...new Set(cards.map(({ left, width }) => `${left} ${width}`))],
        wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        // The sign in our own links to other views is ours.
        markup: document.querySelectorAll(
          '#escaped, article :is(img, iframe, style, link, base, meta, script, svg:not(a[href^="/desk/queue?"] > svg))',
        ).length,
        more: more?.getAttribute('href') ?? null,
      }
    })
    expect(seen, next).toMatchObject({ wider: 0, markup: 0, widths: [expect.any(String)] })
    shown += seen.shown
    next = seen.more
  }
  expect(shown).toBeGreaterThan(900)
  const ids = await site.query<{ id: string }>(`select id from comment order by length(text) desc limit 5`)
  for (const { id } of ids) {
    await page.goto(`${site.url}/desk/queue/${id}`)
    await expect(page.getByRole('heading', { name: 'What the rules said' })).toBeVisible()
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
  }
  expect(happened).toEqual([])
})

test('in the word lists: every string that is a line is shown as one, and nothing runs', async ({
  page,
  hostile,
}) => {
  const { site } = hostile
  const lines = [...new Set(hostileStrings().map((text) => text.toWellFormed().replaceAll('\0', '')))].filter(
    (text) => text !== '' && [...text].length <= 200,
  )
  expect(lines.length).toBeGreaterThan(450)
  const happened = await watch(page, site)
  await signIn(page, site.url, admin)
  // As many at a time as the page shows of a list.
  for (let from = 0; from < lines.length; from += 50) {
    const portion = lines.slice(from, from + 50)
    await site.query('delete from word_rule')
    // What is taken and what is refused is tested where that is decided (lib/moderation/words/words.db.test.ts).
    await site.query(
      `insert into word_rule (id, list, pattern, folded, note)
       select gen_random_uuid(), 'moderation', line, place::text, line from unnest($1::text[]) with ordinality as l (line, place)`,
      [portion],
    )
    await page.goto(`${site.url}/desk/spam/words`)
    await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(portion.length)
    await expect(page.locator('#escaped, main :is(img, iframe, style, link, base, meta)')).toHaveCount(0)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
  }
  for (const text of ['<script>document.title="hacked"</script>', "'; drop table comment; --", '%00']) {
    await page.getByLabel('Word, phrase, host or address').fill(text)
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(page.getByText(/would have caught|Please write|at most 200/).first()).toBeVisible()
  }
  await site.query('delete from word_rule')
  expect(happened).toEqual([])
})
