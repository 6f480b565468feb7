import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { CommentForm } from './comment-form'
import { usualFormRules, type FormState } from '@/lib/comments/submit/form-state'

const action = '/en/chapters/x/comments'
const html = (state: FormState, locale: 'en' | 'ja' | 'ar' = 'en') =>
  renderToStaticMarkup(<CommentForm locale={locale} action={action} state={state} chapterId="the-chapter" />)

const kept = {
  typed: { comment: 'My <text>', author: 'Ines', email: 'ines@', url: '' },
  challenge: { token: 'the-token', question: 'three + 5', spoken: 'three plus 5' },
  submissionKey: 'the-key',
}
const states: FormState[] = [
  { status: 'blank' },
  { status: 'sum', ...kept },
  { status: 'problems', ...kept, problems: { email: 'email-wrong', answer: 'answer-missing' } },
  { status: 'preview', ...kept },
  { status: 'received' },
  { status: 'closed' },
  { status: 'closed', typed: kept.typed },
]

describe('in every state', () => {
  test.each(states)('$status is one section that the server can put in place of another', (state) => {
    for (const locale of locales) {
      const out = html(state, locale)
      expect(out).toMatch(/^<section id="respond"/)
      expect(out.match(/<\/section>/g)).toHaveLength(1)
      expect(out).toMatch(/<\/section>$/)
    }
  })
})

describe('blank', () => {
  const out = html({ status: 'blank' })

  test('is an ordinary form with the words of the form', () => {
    expect(out).toContain(`action="${action}#said" method="post"`)
    for (const words of [
      ...['Leave a Reply', 'Comment<', 'Name<', 'Email<', 'Website<', 'Post Comment'],
      'Your email address will not be published.',
      'Required fields are marked *',
      'Please enter the result of the calculation above.',
      'This site uses Akismet to reduce spam. <a href="/en/privacy">Learn how your comment data is processed.</a>',
    ]) {
      expect(out).toContain(words)
    }
  })

  test('has a place for the sum, and does not ask for an answer that nobody could give', () => {
    expect(out).toContain('<div id="sum" class="sum"><noscript>')
    expect(out).not.toMatch(/<input[^>]*id="answer"[^>]*required/)
    expect(out).toContain('<input type="hidden" name="chapter" value="the-chapter"/>')
  })

  test('takes an answer in words: no keyboard of digits, no pattern, room enough, and it says so', () => {
    const input = /<input[^>]*id="answer"[^>]*>/.exec(out)![0]
    expect(input).not.toMatch(/inputmode|pattern|type="(?!text)/i)
    expect(Number(/maxLength="(\d+)"/i.exec(input)![1])).toBeGreaterThanOrEqual(60)
    expect(input).toContain('aria-describedby="sum answer-hint answer-problem"')
    expect(out).toContain('<p class="hint" id="answer-hint">In digits or in words, as you like.</p>')
  })

  test('posts when Enter is pressed: the first button of the form is the one that posts', () => {
    expect(/<button[^>]*>([^<]*)/.exec(out)?.[1]).toBe('Post Comment')
  })
})

describe('with problems', () => {
  const out = html(states[2]!)

  test('says each beside its field and at the top, and keeps what was typed', () => {
    expect(out).toContain('2 things need your attention. What you wrote is kept.')
    expect(out).toContain('<a href="#email">This does not look like an email address.')
    expect(out).toMatch(/<input[^>]*id="email"[^>]*aria-invalid="true"[^>]*value="ines@"/)
    expect(out).toContain('>My &lt;text&gt;</textarea>')
    expect(out).toMatch(/<input[^>]*id="author"[^>]*value="Ines"/)
  })

  test('no browser refuses an address that would be mended', () => {
    expect(out).not.toMatch(/type="(?:email|url)"/)
    expect(out).toMatch(/<input[^>]*inputMode="email"[^>]*id="email"/)
  })

  test('shows the new sum, to the eye and to the ear, and asks for the answer', () => {
    expect(out).toContain('<span role="math" aria-label="three plus 5" dir="auto">three + 5</span>')
    expect(out).toMatch(/<input[^>]*id="answer"[^>]*required/)
    expect(out).toContain('name="challenge" value="the-token"')
    expect(out).toContain('name="submission_key" value="the-key"')
  })
})

test('asking for a sum again is no error', () => {
  const out = html(states[1]!)
  expect(out).toContain('One more step')
  expect(out).not.toContain('aria-invalid')
})

test('a reply names whom it answers and can be cancelled', () => {
  const out = html({ status: 'sum', ...kept, parent: 'the-parent', parentName: 'A <b>' })
  expect(out).toContain('>Leave a Reply to A &lt;b&gt;</h2>')
  expect(out).toContain('name="parent" value="the-parent"')
  expect(out).toContain(
    'id="cancel-reply" name="intent" formAction="/en/chapters/x/comments#comment">Cancel reply</button>',
  )
})

test('received says so, and there is no form left to post twice', () => {
  const out = html({ status: 'received' })
  expect(out).toContain('Your comment is awaiting moderation.')
  expect(out).toContain('role="status"')
  expect(out).not.toContain('<form')
})

describe('as the settings want it', () => {
  const asked = (rules: object) =>
    renderToStaticMarkup(
      <CommentForm
        locale="en"
        action={action}
        chapterId="x"
        state={{ status: 'blank' }}
        rules={{ ...usualFormRules, ...rules }}
      />,
    )
  test('no website, nothing required but the text, no box, mails offered', () => {
    expect(asked({ websiteField: false })).not.toContain('name="url"')
    const free = asked({ nameAndEmailRequired: false })
    expect(free).not.toMatch(/<input[^>]*id="(author|email)"[^>]*required/)
    expect(free).toMatch(/<textarea[^>]*required/)
    expect(asked({ consentBox: false })).not.toContain('id="remember"')
    expect(asked({})).not.toContain('name="follow"')
    expect(asked({ follow: true })).toContain('name="follow"')
  })

  test('no label can be taken for another', () => {
    const labels = [...asked({ follow: true }).matchAll(/<label[^>]*>(.*?)<\/label>/g)].map(([, inner]) =>
      inner!.replace(/<[^>]+>/g, ''),
    )
    for (const word of ['Comment', 'Name', 'Email', 'Website'])
      expect(
        labels.filter((label) => label.toLowerCase().includes(word.toLowerCase())),
        word,
      ).toHaveLength(1)
  })
})

test('no limit is the browser’s: it counts otherwise and cuts', () => {
  const out = html({ status: 'blank' }).replace(/<input[^>]*id="answer"[^>]*>/, '')
  expect(out).not.toMatch(/maxlength/i)
})

test('a preview shows the words above the form, which keeps them', () => {
  const out = html({ status: 'preview', ...kept })
  expect(out).toMatch(/class="preview".*My &lt;text&gt;.*<form|<form.*class="preview".*My &lt;text&gt;/)
  expect(out).toContain('>My &lt;text&gt;</textarea>')
})

test('closed says so and has no form; received gives the link to one’s own comment', () => {
  expect(html({ status: 'closed' })).toContain('Comments are closed.')
  expect(html({ status: 'closed' })).not.toContain('<form')
  expect(html({ status: 'closed' })).not.toContain('<textarea')
  expect(html({ status: 'received', link: '/en/comments/x' })).toContain('href="/en/comments/x"')
})

test('closed while somebody was writing: the text stays, to be read and copied', () => {
  for (const locale of locales) {
    const out = html({ status: 'closed', typed: kept.typed }, locale)
    expect(out).toMatch(/<label for="unsent">[^<]+<\/label><textarea[^>]*readOnly=""[^>]*>My &lt;text&gt;</i)
    expect(out).not.toContain('<form')
  }
})
