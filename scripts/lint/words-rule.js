// Words that people read stand with their language (lib/i18n/messages), so that nobody at the desk is shown English who
// reads Arabic. A program cannot know what is read; it can see what stands in markup, in the attributes that are read
// out, and what is written like a sentence or a label.

const read =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|label|placeholder|alt|hint|intro|said|summary|legend|caption|button)$/
const letter = /\p{L}/u
// Names that are the same everywhere.
const names = /^(?:UTC|\s)*$/
const label = /^\p{Lu}\p{Ll}+(?:$|\s)/u
const sentence = /^\p{Lu}?[^\n]*\p{L}{2,}\s+\p{L}{2,}[^\n]*[.!?…:]$/u
const foreign = /[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff]/

const branches = new Set(['ConditionalExpression', 'LogicalExpression', 'TemplateLiteral', 'TSAsExpression'])

/** What an expression is a part of, past the branches between which it is chosen. */
function whole(node) {
  let [child, parent] = [node, node.parent]
  while (branches.has(parent.type) && parent.test !== child) [child, parent] = [parent, parent.parent]
  return { child, parent }
}

const isNamed = (node, pattern) => node.type === 'JSXAttribute' && pattern.test(nameOf(node.name))
const nameOf = (name) => (name.type === 'JSXNamespacedName' ? name.name.name : name.name)

/** A sign that nobody reads out. */
function isSign(node) {
  for (let one = node.parent; one; one = one.parent)
    if (one.type === 'JSXElement' && one.openingElement.attributes.some(isHidden)) return true
  return false
}
const isHidden = (attribute) =>
  isNamed(attribute, /^aria-hidden$/) && (attribute.value === null || attribute.value.value === 'true')

/** Are these words of the program: what it imports, throws, logs and calls its classes? */
function isOfProgram(node) {
  for (let [child, one] = [node, node.parent]; one; [child, one] = [one, one.parent]) {
    if (/^(Import|Export(All|Named))/.test(one.type)) return one.source === child
    if (one.type === 'ThrowStatement' || isNamed(one, /^className$/)) return true
    if (one.type === 'CallExpression' && /^(cva|cn|log\.\w+)$/.test(calleeOf(one.callee))) return true
    if (one.type === 'Property' && one.key === child) return true
  }
  return false
}
const calleeOf = (node) =>
  node.type === 'MemberExpression' ? `${node.object.name}.${node.property.name}` : node.name

export const wordsRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { words: 'Words that people read stand in lib/i18n/messages, in every language: “{{text}}”.' },
  },
  create(context) {
    const report = (node, text) =>
      context.report({ node, messageId: 'words', data: { text: text.trim().slice(0, 40) } })
    const look = (node, text) => {
      if (!letter.test(text) || names.test(text) || isOfProgram(node)) return
      const { parent } = whole(node)
      const inMarkup = parent.type === 'JSXExpressionContainer' && parent.parent.type !== 'JSXAttribute'
      const attribute = parent.type === 'JSXExpressionContainer' ? parent.parent : parent
      const isRead = inMarkup ? !isSign(node) : isNamed(attribute, read)
      if (isRead || label.test(text) || sentence.test(text) || foreign.test(text)) report(node, text)
    }
    return {
      JSXText(node) {
        if (letter.test(node.value) && !names.test(node.value) && !isSign(node)) report(node, node.value)
      },
      Literal(node) {
        if (typeof node.value === 'string') look(node, node.value)
      },
      TemplateElement(node) {
        if (node.parent.type === 'TemplateLiteral') look(node.parent, node.value.cooked)
      },
    }
  },
}
