import { randomUUID } from 'node:crypto'
import { expect, test } from '@/e2e/support/site'

const first = '/en/chapters/the-first-night'
const browserAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

test('the arrow keys lead through the series, but not out of a field', async ({ page, site }) => {
  await page.goto(site.url + first)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/what-the-fog-is-made-of$/)
  await page.waitForLoadState() // the keys are at work when the page's script is
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/the-first-night$/)
  await page.waitForLoadState()
  await page.keyboard.press('ArrowLeft')
  await page.getByLabel('Comment', { exact: false }).first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/the-first-night$/)

  // Nor out of what the keys have work in: the box of a wide table, what opens, what is chosen, what plays.
  await page.locator('.body').evaluate((body) => {
    body.innerHTML += '<div class="wide" tabindex="0"><a href="#fog">Fog</a></div><audio controls></audio>'
    body.innerHTML += '<details><summary>More</summary></details><select><option>1</select>'
  })
  for (const place of ['.wide', '.wide a', 'summary', 'select', 'audio']) {
    await page.locator(`.body ${place}`).focus()
    await page.keyboard.press('ArrowRight')
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(page.url(), place).toMatch(/the-first-night$/)
  }
  await page.locator('h1').click() // the text itself has the keys again
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/what-the-fog-is-made-of$/)
})

test('in Japanese the right arrow goes on, in Arabic the left one', async ({ page, site }) => {
  await page.goto(`${site.url}/ja/chapters/${encodeURIComponent('最初の夜')}`)
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('h1')).toContainText('霧は何でできているか')

  const [first] = await site.query<{ slug: string; chapter_id: string; revision_id: string }>(
    `select e.slug, e.chapter_id, p.revision_id from edition e join publication p on p.edition_id = e.id
     where e.locale = 'ar' order by e.slug limit 1`,
  )
  const [editionId, revisionId] = [randomUUID(), randomUUID()]
  await site.query(
    `insert into edition (id, chapter_id, locale, slug)
     select $1, other.id, 'ar', 'الثانية' from chapter c
     join chapter other on other.series_id = c.series_id and other.number = c.number + 1 where c.id = $2`,
    [editionId, first!.chapter_id],
  )
  await site.query(
    `insert into revision (id, edition_id, number, title, summary, doc, html, text)
     select $1, $2, 1, 'الثانية', summary, doc, html, text from revision where id = $3`,
    [revisionId, editionId, first!.revision_id],
  )
  await site.query(`insert into publication (edition_id, revision_id, publish_at) values ($1, $2, now())`, [
    editionId,
    revisionId,
  ])
  await site.query(`select pg_notify('site_changed', 'site')`)
  const path = `${site.url}/ar/chapters/${encodeURIComponent(first!.slug)}`
  await expect.poll(async () => (await fetch(path)).text()).toContain('rel="next"')

  await page.goto(path)
  await page.keyboard.press('ArrowRight') // there is nothing before the first
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('h1')).toContainText('الثانية')
  await page.waitForLoadState()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(path)
  await site.query('delete from publication where edition_id = $1', [editionId])
  await site.query(`select pg_notify('site_changed', 'site')`)
})

test('the home page leads back to where reading stopped, and marks what was read to its end', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 390, height: 600 })
  await page.goto(`${site.url}/en`)
  await expect(page.locator('.go-on')).toBeHidden()
  await page.goto(site.url + first)
  await page.mouse.wheel(0, 900)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('reading'))).toContain('The First Night')
  await page.goto(`${site.url}/en`)
  await page.locator('.go-on a').click()
  await expect(page).toHaveURL(`${site.url}${first}#continue`)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500)
  const share = () =>
    page.evaluate(() => (JSON.parse(localStorage.getItem('reading')!) as [string, string, number][])[0]![2])
  // Screen by screen, as people read: a jump to the end is no reading.
  for (let read = await share(); read < 0.95; read = await share()) {
    await page.mouse.wheel(0, 300)
    await expect.poll(share).toBeGreaterThan(read)
  }
  await page.goto(`${site.url}/en`)
  await expect(page.locator('.go-on')).toBeHidden()
  await expect(page.locator('h2', { hasText: 'The First Night' })).toContainText('read')
})

test('who follows a link to the comments has read nothing', async ({ page, site }) => {
  await page.clock.install()
  await page.goto(`${site.url}/en/chapters/the-first-night#comments`)
  await expect(page.locator('#comments h2')).toBeInViewport()
  await page.mouse.wheel(0, 300)
  await page.clock.runFor(20_000) // the script has looked by then
  expect(await page.evaluate(() => localStorage.getItem('reading'))).toBeNull()
})

test('what is pointed at is fetched ahead, once', async ({ page, site }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${site.url}/en`)
  const link = page.getByRole('link', { name: 'Archive' })
  await link.hover()
  await page.mouse.move(0, 0)
  await link.hover()
  await expect.poll(() => asked.filter((path) => path === '/en/archive').length).toBe(1)
  await expect(page.locator('link[rel=prefetch][href$="/en/archive"]')).toHaveCount(1)
})

test('the next chapter is fetched ahead when this one has been read', async ({ page, site }) => {
  await page.goto(site.url + first)
  await expect(page.locator('link[rel=prefetch]')).toHaveCount(0)
  await page.locator('a[rel=next]').scrollIntoViewIfNeeded()
  await expect(page.locator('link[rel=prefetch]')).toHaveAttribute('href', /what-the-fog/)
})

test('a reading is counted once, for browsers of people, from our own pages', async ({ site }) => {
  const [edition] = await site.query<{ id: string }>(
    `select id from edition where slug = 'the-clockmakers-visit'`,
  )
  const tell = (headers: Record<string, string> = {}, body = edition!.id) =>
    fetch(`${site.url}/api/read`, {
      method: 'POST',
      body,
      headers: { origin: site.url, 'user-agent': browserAgent, ...headers },
    })
  const answers = [
    await tell(),
    await tell(),
    await tell({ origin: 'https://elsewhere.example' }),
    await tell({ 'user-agent': 'Googlebot/2.1' }),
    await tell({}, 'x'.repeat(10_000)),
    await tell({}, "' or 1=1"),
    await fetch(`${site.url}/api/read`),
  ]
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]))
  const reads = async () =>
    (
      await site.query<{ reads: number }>('select reads from edition_reads where edition_id = $1', [
        edition!.id,
      ])
    ).map(({ reads }) => reads)
  await expect.poll(reads).toEqual([1])
  const page = await (await fetch(`${site.url}/en/most-read/7`)).text()
  expect(page).toContain('read once')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('everything can be found by following links and the search form', async ({ page, site }) => {
    await page.goto(`${site.url}/en`)
    await page.getByRole('link', { name: 'Archive' }).click()
    await page.getByRole('link', { name: 'February 2024' }).click()
    await page.getByRole('link', { name: 'Weather' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tagged “Weather”')
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill('clockwork')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(`${site.url}/en/search?q=clockwork`)
    await expect(page.locator('mark').first()).toHaveText('clockwork')
    await page.getByRole('combobox', { name: 'Tag' }).selectOption('clocks')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(`${site.url}/en/search?q=clockwork&tag=clocks`)
    await expect(page.getByRole('combobox', { name: 'Tag' })).toHaveValue('clocks')
    await page.getByRole('searchbox').fill('clockwork goose')
    await page.getByRole('combobox', { name: 'Tag' }).selectOption('')
    await page.getByRole('combobox', { name: 'Language' }).selectOption('日本語')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(`${site.url}/ja/search?q=clockwork+goose`)
    await page.getByRole('link', { name: 'goose', exact: true }).click()
    await page.goto(`${site.url}/en/search?q=clockwork`)
    await page.getByRole('link', { name: '日本語' }).first().click()
    await expect(page).toHaveURL(`${site.url}/ja/search?q=clockwork`)
  })

  test('what is typed into the search stands on the page as text', async ({ page, site }) => {
    const typed = '"><img src=x onerror=alert(1)> <b>'
    await page.goto(`${site.url}/en/search?q=${encodeURIComponent(typed)}`)
    await expect(page.getByRole('searchbox')).toHaveValue(typed)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Search for “${typed}”`)
    expect(await page.locator('main img, main b').count()).toBe(0)
  })
})

test('an address that was typed as the title is leads to the chapter, blanks and marks and all', async ({
  site,
}) => {
  for (const typed of ['最初の夜？', '「最初の夜。」', ' 最初の夜 ', '最初の夜！/comments/2']) {
    const [slug, ...more] = typed.split('/')
    const path = ['/ja/chapters', encodeURIComponent(slug!), ...more].join('/')
    const moved = await fetch(site.url + path, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')], typed).toEqual([
      301,
      ['/ja/chapters', encodeURIComponent('最初の夜'), ...more].join('/'),
    ])
  }
})

test('an old address of a chapter leads to the new one, with its pages of comments', async ({ site }) => {
  await site.query(
    `insert into redirect (from_path, to_path) values ('/ja/chapters/旧', '/ja/chapters/最初の夜')`,
  )
  const moved = await fetch(`${site.url}/ja/chapters/${encodeURIComponent('旧')}/comments/2`, {
    redirect: 'manual',
  })
  expect([moved.status, moved.headers.get('location')]).toEqual([
    301,
    `/ja/chapters/${encodeURIComponent('最初の夜')}/comments/2`,
  ])
})
