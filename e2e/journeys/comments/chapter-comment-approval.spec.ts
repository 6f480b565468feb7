import { answerSum, answerSumAsAsked, write } from '@/e2e/support/comment'
import { publishChapter } from '@/e2e/support/chapter'
import { inQueue, signIn } from '@/e2e/support/desk'
import { admin, editor, expect, test } from '@/e2e/support/site'

const chapter = {
  title: 'The Barometer in the Hall',
  summary: 'Two sisters inherit an instrument that has been wrong for eighty years, and find out about what.',
  originalDate: '1931-10-02',
  tags: 'Instruments, Weather',
  paragraphs: [
    'The barometer had always stood on Change. Nobody in the house remembered it saying anything else.',
    'When the glazier took it down to reach the window, a folded paper fell out from behind it.',
  ],
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test('a chapter is published, read and answered; the answer is approved and seen', async ({
      browser,
      site,
    }) => {
      const desk = await browser.newContext()
      const readers = await browser.newContext({ javaScriptEnabled: scripts })

      const writing = await desk.newPage()
      await signIn(writing, site.url, admin)
      const path = await publishChapter(writing, site.url, {
        ...chapter,
        title: `${chapter.title} ${scripts ? 1 : 2}`,
      })

      const reading = await readers.newPage()
      await reading.goto(site.url + path)
      await expect(reading.getByRole('heading', { level: 1 })).toContainText(chapter.title)
      await expect(reading.getByText(chapter.summary)).toBeVisible()
      await expect(reading.getByText(chapter.paragraphs[1]!)).toBeVisible()
      await expect(reading.getByText('2 October 1931')).toBeVisible()

      const text = `I had one like it, ${scripts ? 'with' : 'without'} the paper.`
      await write(reading, { comment: text })
      if (!scripts) await reading.getByRole('button', { name: 'Post Comment' }).click()
      await expect(reading.getByRole('textbox', { name: 'Comment' })).toHaveValue(text)
      await answerSumAsAsked(reading)
      await reading.getByRole('button', { name: 'Post Comment' }).click()
      await expect(reading.getByText('Your comment is awaiting moderation.')).toBeVisible()
      await reading.reload()
      await expect(reading.getByRole('article').getByText(text)).toHaveCount(0)

      const queue = await (await browser.newContext()).newPage()
      await signIn(queue, site.url, editor)
      await queue.goto(`${site.url}/desk/queue`)
      const second = await readers.newPage()
      await second.goto(site.url + path)
      await expect(second.getByText(text)).toHaveCount(0)
      await inQueue(queue, text).getByRole('button', { name: 'Approve' }).click()
      await expect(inQueue(queue, text)).toHaveCount(0)
      await expect
        .poll(async () => (await fetch(site.url + path)).text(), { timeout: 2_000, intervals: [50] })
        .toContain(text)
      await second.reload()
      await expect(second.getByText(text)).toBeVisible()
      expect(await second.content()).not.toContain('rosa@example.org')
    })
  })
}

test('approved on one server, seen on the other; the check was made by a worker apart', async ({
  browser,
  site,
}) => {
  const { launch } = await import('@/e2e/rig/server-process')
  const worker = launch(['dist/worker.js'], { ...site.settings })
  await expect.poll(() => worker.said()).toContain('The worker is running')
  const [one, two] = await Promise.all([site.another({ WORKER: 'apart' }), site.another({ WORKER: 'apart' })])

  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, one.url, admin)
  const path = await publishChapter(desk, one.url, { ...chapter, title: `${chapter.title}, told twice` })
  await expect
    .poll(async () => (await fetch(two.url + path)).status, { timeout: 2_000, intervals: [50] })
    .toBe(200)

  const reading = await (await browser.newContext()).newPage()
  await reading.goto(two.url + path)
  await write(reading, { comment: 'Two doors, one house.' })
  await answerSum(reading)
  await reading.getByRole('button', { name: 'Post Comment' }).click()
  await expect(reading.getByText('Your comment is awaiting moderation.')).toBeVisible()
  await expect
    .poll(
      async () =>
        (
          await site.query(
            `select 1 from spam_verdict v join comment c on c.id = v.comment_id where c.text = 'Two doors, one house.'`,
          )
        ).length,
    )
    .toBe(1)

  await desk.goto(`${one.url}/desk/queue`)
  await inQueue(desk, 'Two doors, one house.').getByRole('button', { name: 'Approve' }).click()
  await expect
    .poll(async () => (await fetch(two.url + path)).text(), { timeout: 2_000, intervals: [50] })
    .toContain('Two doors, one house.')
  await Promise.all([one.stop(), two.stop(), worker.stop()])
})

test('two editors decide about one comment: one wins, the other is told who and what', async ({
  browser,
  site,
}) => {
  const [comment] = await site.query<{ id: string; text: string }>(
    `select id, text from comment where status = 'pending' order by sent_at limit 1`,
  )
  const [ada, emil] = await Promise.all(
    [admin, editor].map(async (person) => {
      const page = await (await browser.newContext()).newPage()
      await signIn(page, site.url, person)
      await page.goto(`${site.url}/desk/queue`)
      await expect(inQueue(page, comment!.text)).toBeVisible()
      return page
    }),
  )
  await inQueue(ada!, comment!.text).getByRole('button', { name: 'Spam' }).click()
  await expect(inQueue(ada!, comment!.text)).toHaveCount(0)
  const decisions = () => site.query('select 1 from moderation_decision where comment_id = $1', [comment!.id])
  // It has left Ada's screen at once; only when it is decided is Emil the second.
  await expect.poll(decisions).toHaveLength(1)
  await inQueue(emil!, comment!.text).getByRole('button', { name: 'Approve' }).click()
  // Said of his own click, and not only by the line that tells of what others do.
  await expect(emil!.getByText('Already marked as spam by Ada')).toBeVisible()
  expect(await decisions()).toHaveLength(1)
})

test('who is disabled has no power from the next request on', async ({ browser, site }) => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/queue`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await site.query('update person set disabled_at = now() where email = $1', [editor.email])
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in/)
  await site.query('update person set disabled_at = null where email = $1', [editor.email])
})
