import { randomUUID } from 'node:crypto'
import type { CDPSession, Page } from 'playwright/test'
import { signIn } from '@/e2e/support/desk'
import { admin, expect, test, type Site } from '@/e2e/support/site'

// Composition as an input method does it, driven through DevTools: what is underlined while it is composed, step by
// step, and what it becomes.
const ways = {
  'kana and kanji': { steps: ['ｔ', 'と', 'とｄ', 'とう', 'とうだい', '灯台'], becomes: '灯台' },
  'kana alone': { steps: ['ｄ', 'で', 'でｓ', 'です'], becomes: 'です' },
  pinyin: { steps: ['d', 'de', "de'n", "de'ng", '灯'], becomes: '灯' },
  hangul: { steps: ['ㄷ', '드', '등', '등ㄷ', '등대'], becomes: '등대' },
  'dead key': { steps: ['´'], becomes: 'é' },
} as const

type Doc = {
  type: string
  content?: Doc[]
  text?: string
  marks?: { type: string; attrs?: object }[]
  attrs?: object
}

const text = (words: string, ...marks: { type: string; attrs?: object }[]): Doc => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
})
const paragraph = (...content: Doc[]): Doc => ({ type: 'paragraph', content })
const ruby = text('漢字', { type: 'ruby', attrs: { reading: 'かんじ' } })
const note: Doc = { type: 'footnote', attrs: { text: 'A note.' } }
const link = text('here', { type: 'link', attrs: { href: 'https://example.org/' } })
const code = text('code', { type: 'code' })
const strong = text('strong', { type: 'bold' })

/** A paragraph, and before which of its places something is composed; a note and a line end are one place each. */
const neighbours: Record<string, { content: Doc[]; at: number; before: string; after: string }> = {
  'nothing, in an empty paragraph': { content: [], at: 0, before: '', after: '' },
  'the start of a paragraph': { content: [text('words')], at: 0, before: '', after: 'words' },
  'the end of a paragraph': { content: [text('words')], at: 5, before: 'words', after: '' },
  'the middle of a word': { content: [text('words')], at: 1, before: 'w', after: 'ords' },
  'a ruby word before it': { content: [ruby], at: 2, before: '漢字', after: '' },
  'a ruby word before it, words behind': {
    content: [ruby, text('words')],
    at: 2,
    before: '漢字',
    after: 'words',
  },
  'a ruby word behind it': { content: [ruby], at: 0, before: '', after: '漢字' },
  'a ruby word around it': { content: [ruby], at: 1, before: '漢', after: '字' },
  'a note before it': { content: [text('words'), note], at: 6, before: 'words*', after: '' },
  'a note behind it': { content: [note, text('words')], at: 0, before: '', after: '*words' },
  'notes on both sides': { content: [note, note], at: 1, before: '*', after: '*' },
  'a note before it and a ruby word behind': { content: [note, ruby], at: 1, before: '*', after: '漢字' },
  'a link before it': { content: [link], at: 4, before: 'here', after: '' },
  'code before it': { content: [code], at: 4, before: 'code', after: '' },
  'strong words before it': { content: [strong], at: 6, before: 'strong', after: '' },
  'a line end before it': {
    content: [text('words'), { type: 'hardBreak' }],
    at: 6,
    before: 'words\n',
    after: '',
  },
}

/** Opens the editor on a chapter that consists of this. */
async function write(page: Page, site: Site, content: Doc[]) {
  const [edition] = await site.query<{ id: string; newest: number }>(
    `select e.id, max(r.number) as newest from edition e join revision r on r.edition_id = e.id
     where e.locale = 'ja' group by e.id order by e.id limit 1`,
  )
  await site.query(
    `insert into revision (id, edition_id, number, title, summary, doc, html, text)
     values ($1, $2, $3, 'Composing', 'A summary.', $4, '', '')`,
    [randomUUID(), edition!.id, edition!.newest + 1, JSON.stringify({ type: 'doc', content })],
  )
  await page.goto(`${site.url}/desk/chapters/${edition!.id}`)
  await expect(page.locator('.manuscript.ProseMirror')).toBeVisible()
  return page.context().newCDPSession(page)
}

async function compose(cdp: CDPSession, { steps, becomes }: { steps: readonly string[]; becomes: string }) {
  for (const step of steps)
    await cdp.send('Input.imeSetComposition', {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    })
  await cdp.send('Input.insertText', { text: becomes })
}

/** What the chapter says now, block by block; a note is an asterisk. */
const written = (page: Page) =>
  page.locator('.manuscript').evaluate((body) => {
    const { editor } = body as unknown as Written
    const say = ({ type, text = '', content = [] }: Doc): string =>
      type === 'footnote' ? '*' : type === 'hardBreak' ? '\n' : text + content.map(say).join('')
    return (editor.getJSON().content ?? []).map(say)
  })

interface Written {
  editor: {
    getJSON(): Doc
    state: { doc: { child(at: number): { nodeSize: number } } }
    commands: { focus(at: number): boolean }
  }
}

/** Puts the caret into a paragraph, and waits until the browser has it there. */
async function caretAt(page: Page, paragraph: number, at: number) {
  await page.locator('.manuscript').evaluate(
    (body, [paragraph, at]) => {
      const { editor } = body as unknown as Written
      let place = 1
      for (let before = 0; before < paragraph!; before++) place += editor.state.doc.child(before).nodeSize
      editor.commands.focus(place + at!)
    },
    [paragraph, at],
  )
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
}

test('what is composed is written once, wherever it stands and however it is composed', async ({
  page,
  site,
}) => {
  await signIn(page, site.url, admin)
  const faults: string[] = []
  const cdp = await write(
    page,
    site,
    Object.keys(ways).flatMap(() => Object.values(neighbours).map(({ content }) => paragraph(...content))),
  )
  let place = 0
  for (const [way, how] of Object.entries(ways)) {
    for (const [where, { at, before, after }] of Object.entries(neighbours)) {
      await caretAt(page, place, at)
      await compose(cdp, how)
      const expected = before + how.becomes + after
      await expect
        .poll(async () => (await written(page))[place], { timeout: 10_000 })
        .toBe(expected)
        .catch(async () => {
          faults.push(`${way}, ${where}: ${(await written(page))[place]} for ${expected}`)
        })
      place += 1
    }
  }
  expect(faults).toEqual([])
})
