import { Node } from '@tiptap/core'

/**
 * A picture with its caption. Which picture it is, is said by its hash; its alternative text says what it shows,
 * or `decorative` that there is nothing to say. A writer may leave both for later: publishing asks for them.
 */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  addAttributes: () => ({
    hash: kept('data-hash', null),
    width: kept('data-width', 0, Number),
    height: kept('data-height', 0, Number),
    plain: kept('data-plain', 'jpg'),
    alt: kept('data-alt', ''),
    decorative: kept('data-decorative', false, (value) => value === 'true'),
  }),
  parseHTML: () => [{ tag: 'figure[data-hash]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, ['figcaption', 0]],
})

/** An attribute that travels with what is copied from the editor. */
function kept<Value>(name: string, value: Value, read: (text: string) => unknown = String) {
  return {
    default: value,
    parseHTML: (element: HTMLElement) => {
      const text = element.getAttribute(name)
      return text === null ? value : read(text)
    },
    renderHTML: (attributes: Record<string, unknown>) => ({
      [name]: attributes[name.slice('data-'.length)] as string,
    }),
  }
}
