import { expect, type Page } from 'playwright/test'
import { solve } from '@/e2e/rig/solve'
import { agedSum } from './aged-sum'

export interface Words {
  comment: string
  name?: string
  email?: string
}

/** Writes the fields of a comment; the calculation is `answerSum`. */
export async function write(page: Page, { comment, name = 'Rosa', email = 'rosa@example.org' }: Words) {
  await page.getByRole('textbox', { name: 'Comment' }).fill(comment)
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
}

/**
 * Writes a result that the server takes at once. It belongs to a calculation of our own, older than the one on the page,
 * whose proof of work goes with it.
 */
export async function answerSum(page: Page) {
  await expect(page.getByRole('math')).toHaveText(/[+−×]/)
  const { challenge, answer } = agedSum(await page.locator('#respond [name=chapter]').inputValue())
  await page.locator('#respond').evaluate((respond, value) => {
    respond.querySelector<HTMLInputElement>('[name=challenge]')!.value = value
    const work = respond.querySelector<HTMLInputElement>('[name=work]')
    if (work) work.value = ''
  }, challenge)
  await page.getByLabel(result).fill(answer)
}

/** Reads the calculation on the page and writes its result, when a person could have done so too. */
export async function answerSumAsAsked(page: Page) {
  const sum = page.getByRole('math')
  await expect(sum).toHaveText(/[+−×]/)
  await page.getByLabel(result).fill(String(solve(await sum.innerText())))
  await aPersonsTime()
}

const result = 'Please enter the result of the calculation above.'

// The server takes no answer within three seconds of its question: the one thing here that only time can bring.
export const aPersonsTime = () => new Promise((resolve) => setTimeout(resolve, 3_100))
