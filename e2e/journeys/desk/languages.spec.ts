import type { Page } from 'playwright/test'
import { findingsAtWidths } from '@/e2e/support/axe'
import { signIn } from '@/e2e/support/desk'
import { admin, editor, expect, test } from '@/e2e/support/site'

interface Spoken {
  person: { email: string; password: string }
  browser: { locale: string; timezoneId: string }
  html: [lang: string, dir: string]
  signIn: { email: string; password: string; button: string }
  places: { queue: string; chapters: string; account: string }
  buttons: { approve: string; spam: string; undo: string; save: string }
  said: { approved: RegExp; undone: RegExp; spam: RegExp }
  /** A moment of the sample content as that person's clocks have it: of a day before today. */
  time: RegExp
  language: string
}

const spoken: Record<string, Spoken> = {
  Arabic: {
    person: editor,
    browser: { locale: 'ar-EG', timezoneId: 'Asia/Riyadh' },
    html: ['ar', 'rtl'],
    signIn: { email: 'البريد الإلكتروني', password: 'كلمة المرور', button: 'تسجيل الدخول' },
    places: { queue: 'التعليقات', chapters: 'الفصول', account: 'حسابي' },
    buttons: { approve: 'موافقة', spam: 'مزعج', undo: 'تراجع', save: 'حفظ' },
    said: {
      approved: /^تمت الموافقة على تعليق /,
      undone: /^تم التراجع\. أُعيد تعليق /,
      spam: /^عُدّ تعليق .* مزعجًا\./,
    },
    time: /^[٠-٩]+ \p{L}+ [٠-٩]{4}، [٠-٩]{2}:[٠-٩]{2}$|^[٠-٩]{2}:[٠-٩]{2}$/u,
    language: 'لغة مكتب التحرير',
  },
  Japanese: {
    person: admin,
    browser: { locale: 'ja-JP', timezoneId: 'Asia/Tokyo' },
    html: ['ja', 'ltr'],
    signIn: { email: 'メールアドレス', password: 'パスワード', button: 'サインイン' },
    places: { queue: 'コメント', chapters: '章', account: 'アカウント' },
    buttons: { approve: '承認', spam: 'スパム', undo: '元に戻す', save: '保存' },
    said: {
      approved: /さんのコメントを承認しました。/,
      undone: /^元に戻しました。 .*さんのコメントを承認待ちに戻しました。/,
      spam: /さんのコメントをスパムにしました。/,
    },
    time: /^\d{4}年\d+月\d+日 \d{2}:\d{2}$|^\d{2}:\d{2}$/,
    language: '編集室の言語',
  },
}

const widths = [320, 390, 1280]

/** What goes wrong in the browser: React tells there of words that were other ones in the page as it was sent. */
function errorsOn(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return errors
}

const timesIn = (markup: string) =>
  [...markup.matchAll(/<time [^>]*>([^<]*)<\/time>/g)].map(([, told]) => told)

for (const [language, words] of Object.entries(spoken)) {
  test(`an editor’s small day in ${language}`, async ({ browser, site }) => {
    test.setTimeout(180_000)
    const { places, buttons, said } = words
    const page = await (await browser.newContext(words.browser)).newPage()
    const errors = errorsOn(page)
    const html = page.locator('html')
    const speaks = async ([lang, dir]: [string, string]) => {
      await expect(html).toHaveAttribute('lang', lang)
      await expect(html).toHaveAttribute('dir', dir)
    }
    // Others have signed in here before, in other zones.
    await site.query('update person set locale = null, zone = null')
    const [pending] = await site.query<{ count: number }>(
      `update comment set status = 'pending' where id in (select id from comment where status = 'approved' limit 4)
       returning (select count(*)::int from comment) as count`,
    )
    expect(pending!.count).toBeGreaterThan(3)

    await page.goto(`${site.url}/sign-in`)
    await speaks(words.html)
    expect(await findingsAtWidths(page, widths)).toEqual([])
    await page.getByLabel(words.signIn.email).fill(words.person.email)
    await page.getByLabel(words.signIn.password).fill(words.person.password)
    await page.getByRole('button', { name: words.signIn.button, exact: true }).click()
    await expect(page).toHaveURL(`${site.url}/desk`)
    await speaks(words.html)
    const [chosen] = await site.query('select locale, zone from person where email = $1', [
      words.person.email,
    ])
    expect(chosen).toEqual({ locale: null, zone: words.browser.timezoneId })

    // The times in the page as it is sent are those that stay.
    const queue = await page.goto(`${site.url}/desk/queue`)
    expect(queue!.status()).toBe(200)
    await expect(page.getByRole('article').first()).toBeVisible()
    const sent = timesIn(await queue!.text())
    expect(sent.length).toBeGreaterThan(0)
    for (const time of sent) expect(time).toMatch(words.time)
    // Once scripts are there: J leads to the first comment.
    await expect(async () => {
      await page.keyboard.press('j')
      await expect(page.locator('article:focus')).toHaveCount(1, { timeout: 500 })
    }).toPass()
    expect(await page.locator('time').allInnerTexts()).toEqual(sent)
    expect(await findingsAtWidths(page, widths)).toEqual([])

    const first = () => page.getByRole('article').first()
    const told = page.getByRole('status').filter({ hasText: /./ })
    const about = await first().getAttribute('data-comment')
    await first().getByRole('button', { name: buttons.approve, exact: true }).click()
    await expect(told).toContainText(said.approved)
    await page.getByRole('button', { name: buttons.undo }).click()
    await expect(told).toContainText(said.undone)
    const again = page.locator(`[data-comment="${about}"]`)
    await again.getByRole('button', { name: buttons.spam, exact: true }).click()
    await expect(told).toContainText(said.spam)
    await expect(again).toHaveCount(0)
    await expect
      .poll(() => site.query('select status from comment where id = $1', [about]))
      .toEqual([{ status: 'spam' }])

    await page.getByRole('link', { name: places.chapters, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(places.chapters)
    expect(await findingsAtWidths(page, widths)).toEqual([])

    await page.getByRole('link', { name: places.account, exact: true }).click()
    await expect(page.getByLabel(words.language)).toBeVisible()
    expect(await findingsAtWidths(page, widths)).toEqual([])
    await page.getByLabel(words.language).selectOption('en')
    await page.getByRole('button', { name: buttons.save, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')
    await speaks(['en', 'ltr'])
    await expect(page.getByText('Saved.')).toBeVisible()
    await page.getByRole('link', { name: 'Queue' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Queue')
    expect(errors).toEqual([])
  })
}

test('whoever chooses a language in front of the desk keeps it, with scripts and without', async ({
  browser,
  site,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled })).newPage()
    await page.goto(`${site.url}/sign-in`)
    await page.getByRole('link', { name: '日本語' }).click()
    await expect(page).toHaveURL(`${site.url}/sign-in`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('サインイン')
    await page.goto(`${site.url}/sign-in/forgot`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
    await page.goto(`${site.url}/welcome/no-link`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('このリンクはもう使えません')
  }
})

test('what is not there any more is told in the language of whoever asks', async ({ browser, site }) => {
  await site.query(`update person set locale = 'ar' where email = $1`, [editor.email])
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, editor)
  const nowhere = '00000000-0000-7000-8000-000000000000'
  for (const path of [`/desk/queue/${nowhere}`, `/desk/chapters/${nowhere}`]) {
    await page.goto(site.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('غير موجود')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  }
  await site.query('update person set locale = null')
})
