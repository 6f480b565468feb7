import { expect, type Page } from 'playwright/test'

export interface ChapterWords {
  title: string
  summary: string
  originalDate?: string
  tags?: string
  paragraphs: string[]
}

/** Writes a chapter at the desk, as an admin who is signed in, and publishes it; answers its path. */
export async function publishChapter(page: Page, url: string, words: ChapterWords): Promise<string> {
  await page.goto(`${url}/desk/chapters/new`)
  await page.getByLabel('Title', { exact: true }).fill(words.title)
  await page.getByRole('button', { name: 'Create chapter' }).click()
  const body = page.getByRole('textbox', { name: 'Body' })
  await expect(body).toBeVisible()
  await page.getByLabel('Summary').fill(words.summary)
  if (words.originalDate) await page.getByLabel('Original date').fill(words.originalDate)
  if (words.tags) await page.getByLabel('Tags').fill(words.tags)
  await body.click()
  for (const [place, paragraph] of words.paragraphs.entries()) {
    if (place > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(paragraph)
  }
  await page.getByRole('button', { name: 'Publish now' }).click()
  const link = page.getByRole('link', { name: 'See the page' })
  await expect(link).toBeVisible()
  return (await link.getAttribute('href'))!
}
