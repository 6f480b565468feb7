import { aPhoto } from '@/lib/pictures/testing/a-photo'
import { signIn } from '@/e2e/support/desk'
import { findings } from '@/e2e/support/axe'
import { admin, expect, test } from '@/e2e/support/site'

test('a chapter with pictures, a note, a table and a quote is written, published and read', async ({
  page,
  browser,
  site,
}) => {
  await signIn(page, site.url, admin)
  await page.goto(`${site.url}/desk/chapters/new`)
  await page.getByLabel('Title', { exact: true }).fill('What the Lens Saw')
  await page.getByRole('button', { name: 'Create chapter' }).click()
  const body = page.getByRole('textbox', { name: 'Body' })
  await body.click()
  await page.keyboard.insertText('It was a clear evening.')
  await page.getByRole('button', { name: 'Footnote' }).click()
  await page.getByRole('textbox', { name: 'Footnote' }).fill('The log says: https://example.org/log.')
  await page.getByRole('button', { name: 'Set' }).click()

  // The name says that it is a picture, the bytes say otherwise.
  const chooser = page.getByLabel('Choose pictures')
  await chooser.setInputFiles({
    name: 'lamp.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg onload="x"/>'),
  })
  await expect(page.getByText('lamp.png: A drawing (SVG) can hold scripts')).toBeVisible()

  await chooser.setInputFiles({ name: 'evening.txt', mimeType: 'text/plain', buffer: await aPhoto() })
  const figures = body.locator('figure.written-figure')
  await expect(figures).toHaveCount(1)
  await body.locator('figcaption').click()
  await page.keyboard.insertText('The lamp at dusk')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Below the picture.')

  // Dropped on the page, as from a folder.
  const dropped = await page.evaluateHandle(
    ([bytes]) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes!)], 'night.jpg', { type: 'image/jpeg' }))
      return data
    },
    [[...(await aPhoto({ shade: 30 }))]],
  )
  const line = body.getByText('Below the picture.')
  const { x, y } = (await line.boundingBox())!
  await line.dispatchEvent('drop', { dataTransfer: dropped, clientX: x + 5, clientY: y + 5 })
  await expect(figures).toHaveCount(2)
  await body.getByText('Below the picture.').click()

  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await page.keyboard.insertText('Month')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('Oil')
  await page.getByRole('button', { name: 'Caption of the table' }).click()
  await page.getByRole('textbox', { name: 'Caption of the table' }).fill('What was burnt')
  await page.getByRole('button', { name: 'Set' }).click()

  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText('A picture has no description')).toBeVisible()
  await figures.nth(0).getByLabel('What does it show?').fill('A lamp on a stair')
  await figures.nth(1).getByLabel('Decoration').check()
  await page.getByRole('button', { name: 'Publish now' }).click()
  const path = await page.getByRole('link', { name: 'See the page' }).getAttribute('href')

  await page.goto(site.url + path)
  expect(await findings(page)).toEqual([])

  // A reader without scripts.
  const reader = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  const failed: string[] = []
  reader.on('response', (answer) => void (answer.status() >= 400 && failed.push(answer.url())))
  await reader.goto(site.url + path)
  const lamp = reader
    .getByRole('figure', { name: 'The lamp at dusk' })
    .getByRole('img', { name: 'A lamp on a stair' })
  await expect.poll(() => lamp.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  expect(await lamp.evaluate((img: HTMLImageElement) => img.currentSrc)).toMatch(/-480\.avif$/)
  expect(await lamp.getAttribute('loading'), 'the first picture does not wait').toBeNull()
  expect(await reader.locator('.body img').nth(1).getAttribute('loading')).toBe('lazy')
  await expect(reader.getByRole('columnheader', { name: 'Oil' })).toBeVisible()
  await reader.getByLabel('Note 1', { exact: true }).click()
  await expect(reader).toHaveURL(`${site.url}${path}#note-1`)
  await reader.getByLabel('Back to the text at note 1').click()
  await expect(reader).toHaveURL(`${site.url}${path}#ref-1`)
  const scrolls = await reader.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(scrolls, 'the page does not scroll sideways on a narrow screen').toBe(false)
  expect(failed).toEqual([])

  // The card is drawn by a job: the page names it as soon as it is there.
  await expect
    .poll(
      async () =>
        (await (await reader.request.get(site.url + path)).text()).match(
          /property="og:image" content="([^"]+)"/,
        )?.[1],
    )
    .toMatch(/\/media\/[0-9a-f]{32}-1200\.png$/)
  await reader.reload()
  const card = (await reader.locator('meta[property="og:image"]').getAttribute('content'))!
  const drawn = await reader.request.get(card)
  expect([drawn.status(), drawn.headers()['content-type']]).toEqual([200, 'image/png'])
  expect(await reader.locator('meta[name="twitter:card"]').getAttribute('content')).toBe(
    'summary_large_image',
  )
  expect(await reader.locator('script[type="application/ld+json"]').innerText()).toContain(card)
  const feed = await (await reader.request.get(`${site.url}/feeds/en/feed.json`)).json()
  expect(JSON.stringify(feed)).toMatch(new RegExp(`src=\\\\"${site.url}/media/[0-9a-f]{32}-640.jpg`))
})

test('only staff bring pictures, from our own pages, and no more than a picture may have', async ({
  page,
  site,
}) => {
  const send = (headers: Record<string, string>, data: Buffer) =>
    page.request.post(`${site.url}/api/pictures`, {
      headers: { 'content-type': 'application/octet-stream', ...headers },
      data,
    })
  const ours = { origin: site.url }
  const photo = await aPhoto({ shade: 55 })
  expect((await send({}, photo)).status()).toBe(403)
  expect((await send(ours, photo)).status()).toBe(401)
  await signIn(page, site.url, admin)
  expect((await send({ origin: 'https://evil.example' }, photo)).status()).toBe(403)
  const large = await send(ours, Buffer.alloc(13_000_000))
  expect([large.status(), (await large.json()).refusal]).toEqual([413, 'picture-large'])
  expect((await send(ours, Buffer.from('no picture'))).status()).toBe(415)
  expect((await page.request.get(`${site.url}/api/pictures`)).status()).toBe(405)
  const kept = await send(ours, photo)
  expect(kept.status()).toBe(201)
  const { value } = (await kept.json()) as { value: { hash: string } }
  const file = await page.request.get(`${site.url}/media/${value.hash}-480.webp`)
  expect(file.headers()).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect((await page.request.get(`${site.url}/media/${value.hash}-481.webp`)).status()).toBe(404)
})
