import type { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'
import { lintOfMadeFiles } from './made-files'

let eslint: ESLint
beforeAll(() => void (eslint = lintOfMadeFiles()))

const complaints = async (code: string, filePath = 'components/desk/queue/new.tsx') =>
  (await eslint.lintText(code, { filePath }))
    .flatMap(({ messages }) => messages)
    .filter(({ ruleId }) => ruleId === 'ours/words')

const drawn = (markup: string) => `export const X = ({ a, b }) => ${markup}`

describe('words that would be English for everybody', () => {
  test.each([
    ['in markup', drawn('<p>Approve</p>')],
    ['in small letters', drawn('<p>by {a}</p>')],
    ['of another language', drawn('<p>承認</p>')],
    ['chosen between', drawn(`<p>{a ? 'sent' : b}</p>`)],
    ['shown if', drawn(`<p>{a && 'sent'}</p>`)],
    ['around a value', drawn('<p>{`by ${a}`}</p>')],
    ['that are read out', drawn('<ul aria-label="comments" />')],
    ['that are read out, around a value', drawn('<a aria-label={`remove ${a}`} />')],
    ['that are a title', drawn('<p title="more" />')],
    ['of a field', drawn('<Field label="name" />')],
    ['in a field', drawn('<input placeholder="name" />')],
    ['for a table of labels', `export const x = { draft: 'Draft' }`],
    ['for a variable', `export const x = 'This could not be read.'`],
    ['as a question', `export const x = () => window.confirm('leave the page?')`],
    ['as a page’s title', `export const metadata = { title: 'Settings' }`],
    ['in a variable, of another language', `export const x = 'スパム'`],
  ])('%s', async (_, code) => {
    for (const place of ['components/desk/queue/new.tsx', 'app/(desk)/(work)/desk/new/page.tsx'])
      expect(await complaints(code, place), place).not.toEqual([])
  })

  test('stand in code in other folders, which have rules of their own', async () =>
    expect(await complaints(drawn('<p>Approve</p>'), 'components/site/new.tsx')).toEqual([]))
})

describe('what nobody reads', () => {
  test.each([
    ['classes', drawn('<p className="Some Classes. And more." />')],
    ['codes', drawn(`<Button name="deed" value={a ? 'make admin' : 'for good'} />`)],
    ['addresses', drawn('<a href="/desk/queue" />')],
    ['signs', drawn('<span aria-hidden="true">a<sup>1</sup></span>')],
    ['what a log says', `log.error({ err: 1 }, 'A decision could not be made.')`],
    ['what is thrown', `throw new Error('The words have not been given.')`],
    ['what is imported', `import x from './The words.'; x()`],
    ['names of zones', drawn('<option value="UTC">UTC</option>')],
    ['words of a dictionary', drawn('<p title={words.title}>{words.text}</p>')],
    ['keys', `export const x = { 'Shift-Tab': 1 }`],
    ['an input', drawn('<input type="email" name="email" autoComplete="username" />')],
  ])('%s', async (_, code) => expect(await complaints(code)).toEqual([]))
})
