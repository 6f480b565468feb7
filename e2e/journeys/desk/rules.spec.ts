import type { Page } from 'playwright/test'
import { findings, findingsAtWidths } from '@/e2e/support/axe'
import { answerSum, write, type Words } from '@/e2e/support/comment'
import { inQueue, signIn } from '@/e2e/support/desk'
import { editor, expect, test, type Site } from '@/e2e/support/site'
import { openNewestChapter } from '@/e2e/rig/reader'

/** Writes a comment and sends it, as a reader. */
async function post(page: Page, site: Site, words: Words) {
  const { action } = await openNewestChapter(site.url)
  await page.goto(site.url + action.replace('/comments', ''))
  await page.locator('#respond').scrollIntoViewIfNeeded()
  await write(page, words)
  await answerSum(page)
  await page.getByRole('button', { name: 'Post Comment' }).click()
}

const held = async ({ query }: Site, text: string) =>
  (
    await query<{ status: string; why: string }>(
      `select c.status::text, s.why from comment c join screening_step s on s.comment_id = c.id
       where c.text = $1 and s.rule = 'standing-rule'`,
      [text],
    )
  )[0]

const rulesInForce = async ({ query }: Site) =>
  (await query<{ value: string }>(`select value from standing_rule where over_at > now() order by id`)).map(
    ({ value }) => value,
  )

test('from a comment of the queue: hold a host, refuse its author, see what both have caught, and end it', async ({
  page,
  site,
  browser,
}) => {
  const reader = await (await browser.newContext()).newPage()
  const first = {
    comment: 'Cheap lamps at https://www.lamps.example/buy',
    name: 'Lampard',
    email: 'lampard@example.org',
  }
  await post(reader, site, first)
  await expect(reader.getByText('Your comment is awaiting moderation.')).toBeVisible()
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/queue?q=lampard`)
  await inQueue(page, 'Cheap lamps').getByRole('link', { name: 'Always hold or refuse…' }).click()

  // First what it is about; then what it would have caught.
  const about = page.getByRole('navigation', { name: 'What it is about' })
  await expect(about.getByRole('link')).toHaveText([
    /Author.*lampard@example\.org/,
    /Address.*(::1|127\.0\.0\.1)/,
    /Network.*(\/48|\/24)/,
    /Host of links.*lamps\.example/,
  ])
  expect(await findings(page)).toEqual([])
  await about.getByRole('link', { name: /lamps\.example/ }).click()
  const preview = page.getByRole('region', { name: /lamps\.example/ })
  await expect(preview).toContainText('In the last 30 days it would have caught one comment.')
  await expect(preview.getByRole('list', { name: 'The newest of them' })).toContainText('Cheap lamps')

  // What is missing is said beside its field, and what was typed stays.
  await page.getByLabel('Reason').fill('Adverts for lamps')
  await page.getByRole('button', { name: 'Make this rule' }).click()
  await expect(page.getByText('Please choose one of the two.')).toBeVisible()
  await expect(page.getByLabel('Reason')).toHaveValue('Adverts for lamps')
  await page.getByRole('radio', { name: /Always hold/ }).check()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Make this rule' }).click()
  await expect(page.getByText('The rule is in force.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'lamps.example' })).toContainText('no hit yet')

  // Held: the author hears what everybody hears, and the desk says which rule it was.
  await site.query(`update setting set value = value || '{"hold": "nobody"}' where key = 'discussion'`)
  await post(reader, site, {
    comment: 'More of http://lamps.example',
    name: 'Somebody',
    email: 'else@example.org',
  })
  await expect(reader.getByText('Your comment is awaiting moderation.')).toBeVisible()
  await expect
    .poll(() => held(site, 'More of http://lamps.example'))
    .toEqual({ status: 'pending', why: 'standing-host' })
  await page.goto(`${site.url}/desk/queue?q=else`)
  const card = inQueue(page, 'More of')
  await card.locator('summary', { hasText: 'Why was this held?' }).click()
  await expect(card).toContainText('the editors see every comment with a link to this host first')
  await card.getByRole('link', { name: 'See the rule' }).click()
  const rule = page.getByRole('listitem').filter({ hasText: 'lamps.example' })
  await expect(rule).toContainText('one hit')
  await expect(rule).toContainText('Adverts for lamps')
  await expect(rule).toContainText('made by Emil')

  // Refused: said beside the field, with everything that was typed.
  await page.goto(`${site.url}/desk/queue?q=lampard`)
  const again = inQueue(page, 'Cheap lamps')
  await again.locator('summary', { hasText: 'Why was this held?' }).click()
  await again.getByRole('link', { name: 'Its whole history' }).click()
  await expect(page).toHaveURL(/queue\/[\da-f-]{36}$/)
  await page.getByRole('link', { name: 'Always hold or refuse…' }).click()
  await about.getByRole('link', { name: /Author/ }).click()
  await page.getByRole('radio', { name: /Always refuse/ }).check()
  await page.getByLabel('Reason').fill('Was asked to stop')
  await page.getByRole('button', { name: 'Make this rule' }).click()
  await expect(page.getByText('The rule is in force.')).toBeVisible()
  await post(reader, site, { ...first, comment: 'Lamps, once more', email: 'LAMPARD@example.org' })
  const refusal =
    'The editors of this site take no comments with this email address. Your comment has not been posted.'
  await expect(reader.getByText(refusal).first()).toBeVisible()
  await expect(reader.getByRole('textbox', { name: 'Comment' })).toHaveValue('Lamps, once more')
  await expect(reader.getByRole('textbox', { name: 'Email' })).toHaveAttribute('aria-invalid', 'true')

  // Its hit is there; ended, the author is heard again.
  await page.goto(`${site.url}/desk/rules`)
  const refuses = page.getByRole('listitem').filter({ hasText: 'lampard@example.org' })
  await expect(refuses).toContainText('one hit')
  expect(await findings(page)).toEqual([])
  await refuses.locator('summary').click()
  await refuses.getByRole('button', { name: 'End it now' }).click()
  await expect(page.getByText('The rule about lampard@example.org has ended.')).toBeVisible()
  await expect(refuses).toHaveCount(0)
  await page.getByRole('link', { name: 'Ended' }).click()
  await expect(refuses).toContainText('ended by Emil')
  await post(reader, site, { ...first, comment: 'Lamps, and for the last time' })
  await expect(reader.getByText('Your comment is awaiting moderation.')).toBeVisible()
  await reader.context().close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a rule is typed, shown what it would have caught, made and ended', async ({ page, site }) => {
    await signIn(page, site.url, editor)
    await page.goto(`${site.url}/desk/rules`)
    await page.getByRole('link', { name: 'New rule' }).click()
    await page.getByLabel('What it is about').selectOption('network')
    await page.getByLabel('Which one').fill('a school')
    await page.getByRole('button', { name: 'Show what it would have caught' }).click()
    await expect(
      page.getByText('This is not a network, such as 192.0.2.0/24 or 2001:db8:1::/48.'),
    ).toBeVisible()
    await expect(page.getByLabel('Which one')).toHaveValue('a school')
    await page.getByLabel('Which one').fill('203.0.113.77')
    await page.getByRole('button', { name: 'Show what it would have caught' }).click()
    await expect(page.getByRole('region', { name: /203\.0\.113\.0\/24/ })).toContainText('caught nothing')
    await page.getByRole('radio', { name: /Always refuse/ }).check()
    await page.getByRole('button', { name: 'Make this rule' }).click()
    await expect(page.getByText('Please give a reason: your colleagues will want to know.')).toBeVisible()
    await expect(page.getByRole('radio', { name: /Always refuse/ })).toBeChecked()
    await page.getByLabel('Reason').fill('A school of machines')
    await page.getByLabel('Last day (may be empty)').fill('2100-01-01')
    await page.getByRole('button', { name: 'Make this rule' }).click()
    await expect(page.getByText('The rule is in force.')).toBeVisible()
    const rule = page.getByRole('listitem').filter({ hasText: '203.0.113.0/24' })
    await expect(rule).toContainText('until')
    expect(await rulesInForce(site)).toContain('203.0.113.0/24')
    await rule.locator('summary').click()
    await rule.getByRole('button', { name: 'End it now' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: '203.0.113.0/24' })).toHaveCount(0)
    expect(await rulesInForce(site)).not.toContain('203.0.113.0/24')
  })

  test('a plain form that is refused keeps what was typed', async ({ page, site }) => {
    await site.query(
      `insert into standing_rule (id, kind, value, effect, reason, over_at)
       values (gen_random_uuid(), 'host', 'plain.example', 'refuse', 'x', '9999-12-31 00:00:00+00')`,
    )
    const { action } = await openNewestChapter(site.url)
    await page.goto(site.url + action.replace('/comments', ''))
    await write(page, { comment: 'See https://plain.example' })
    await page.getByRole('button', { name: 'Post Comment' }).click()
    await answerSum(page)
    await page.getByRole('button', { name: 'Post Comment' }).click()
    await expect(
      page.getByText('The editors of this site take no comments that link to this website.').first(),
    ).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('See https://plain.example')
  })
})

test('in Arabic nothing is wider than a small phone, and axe finds nothing', async ({ page, site }) => {
  await site.query(
    `insert into standing_rule (id, kind, value, effect, reason, over_at)
     select gen_random_uuid(), 'author', 'somebody.with.a.rather.long.name' || n || '@example.org', 'hold', 'Adverts', '9999-12-31 00:00:00+00'
     from generate_series(1, 60) n`,
  )
  await site.query(`update person set locale = 'ar' where email = $1`, [editor.email])
  await signIn(page, site.url, editor)
  for (const path of ['/desk/rules', '/desk/rules/new?kind=network&value=192.0.2.7']) {
    await page.goto(site.url + path)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await findingsAtWidths(page, [320]), path).toEqual([])
  }
  await page.goto(`${site.url}/desk/rules`)
  await expect(page.getByRole('list', { name: 'القواعد الدائمة' }).getByRole('listitem')).toHaveCount(50)
  await page.getByRole('link', { name: 'الصفحة التالية' }).click()
  await expect(page).toHaveURL(/after=/)
  await expect(page.getByRole('link', { name: 'الصفحة الأولى' })).toBeVisible()
})
