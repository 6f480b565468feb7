// `$&`, `$1` and their like have a meaning in a string that replaces: with a name such as `Ke$$y $& Co` in it, something
// else is written than was meant. A function says what it puts in.

const replaces = new Set(['replace', 'replaceAll'])
const functions = new Set(['ArrowFunctionExpression', 'FunctionExpression'])

const constantOf = (node) => {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  const plain = node.type === 'TemplateLiteral' && node.expressions.length === 0
  return plain ? node.quasis[0].value.cooked : undefined
}

const isSafe = (node) => functions.has(node.type) || constantOf(node)?.includes('$') === false

const nameOf = ({ property, computed }) =>
  computed ? constantOf(property) : property.type === 'Identifier' ? property.name : undefined

export const replacementRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { function: 'What replaces is a function, or words without a dollar sign.' },
  },
  create: (context) => ({
    CallExpression({ callee, arguments: given }) {
      if (callee.type !== 'MemberExpression' || !replaces.has(nameOf(callee)) || given.length !== 2) return
      if (!isSafe(given[1])) context.report({ node: given[1], messageId: 'function' })
    },
  }),
}
