import { expect, type Page } from 'playwright/test'
import { editor, type Site } from './site'

/** Signs in at the desk of a site. */
export async function signIn(page: Page, url: string, person: { email: string; password: string }) {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${url}/desk`)
}

/** The entry of a comment in the queue, by its text. */
export const inQueue = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

/** Comments that wait, the first the oldest; answers their texts in this order. */
export async function waiting(site: Site, count: number, word: string): Promise<string[]> {
  await site.query(`update comment set status = 'trash' where status = 'pending'`)
  const texts = Array.from({ length: count }, (_, place) => `${word} ${String(place + 1).padStart(3, '0')}.`)
  await addWaiting(site, texts)
  return texts
}

/** Comments of these texts that wait, each of a reader of its own, the first the oldest. */
export const addWaiting = (site: Site, texts: readonly string[]) =>
  site.query(
    `insert into comment (id, chapter_id, edition_id, name, email, text, locale, submission_key, sent_at)
     select gen_random_uuid(), e.chapter_id, e.id, 'Reader ' || given.place, given.place || '@example.org', given.text, e.locale,
       gen_random_uuid(), now() - interval '1 hour' + given.place * interval '1 second'
     from unnest($1::text[]) with ordinality as given (text, place),
       (select * from published_edition where locale = 'en' order by published_at, id limit 1) as e`,
    [texts],
  )

/** The queue, with its keys at work. */
export async function openQueue(page: Page, site: Pick<Site, 'url'>, view = '', person = editor) {
  await signIn(page, site.url, person)
  await page.goto(`${site.url}/desk/queue${view}`)
  // The buttons work before; the keys when scripts are there.
  const reached = page.locator('article:focus')
  await expect(async () => {
    // Once it has led to the first comment, another press would lead to the second.
    if ((await reached.count()) === 0) await page.keyboard.press('j')
    await expect(reached).toHaveCount(1, { timeout: 500 })
  }).toPass()
}
