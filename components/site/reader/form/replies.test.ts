import { afterEach, expect, test, vi } from 'vitest'
import { templateNames } from '@/lib/kernel/testing/template-names'
import { replies } from './replies'

afterEach(() => void vi.unstubAllGlobals())

test.each(templateNames)('the page’s script says whom a comment answers: %j', (name) => {
  const place = { textContent: '', hidden: true }
  vi.stubGlobal('document', { querySelector: () => place })
  vi.stubGlobal('onclick', null)
  const form = {
    dataset: { titleTo: 'Reply to {name}', title: 'Comment' },
    elements: { parent: { value: '' } },
  }
  replies(form as never, () => {})('an id', name)
  expect(place.textContent).toBe(`Reply to ${name}`)
})
