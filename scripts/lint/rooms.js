import { importsRule } from './imports-rule.js'

export { rooms } from './law.js'

const noRawSql = {
  selector: 'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]',
  message: 'SQL is a tagged template, never a string.',
}
const noClient = {
  selector: "ExpressionStatement > Literal[value='use client']",
  message: 'Reading pages carry no framework script.',
}
const noMarkup = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message:
    'What people write is text, never HTML. Texts of the editor are rendered in the places named in scripts/lint.',
}

const noSpread = ['ObjectExpression > SpreadElement', 'JSXSpreadAttribute'].map((spread) => ({
  selector: `:matches(${spread}, ${spread} > TSAsExpression) > ObjectExpression`,
  message: 'Name the properties themselves: a spread that only keeps them on a line says nothing.',
}))

// The two places where HTML of our own making is put into a page: a chapter, rendered from the editor's schema when it
// is saved, and data for search engines.
const markupMakers = ['components/chapters/{chapter-article,prose}.tsx', 'components/site/data.tsx']
const rawSqlMakers = ['lib/jobs/**', 'lib/db/testing/**', '**/*.test.{ts,tsx}', 'e2e/**']
const readersPages = ['app/(site)/**', 'components/{chapters,comments,site}/**']
const everything = ['**/*.{ts,tsx,js,mjs,cjs}']

const syntax = (files, rules, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-syntax': ['error', ...rules] },
})

/** Of the blocks that fit a file only the last counts, so each names all that holds for its files. */
export const roomRules = [
  {
    files: everything,
    plugins: { house: { rules: { imports: importsRule } } },
    rules: { 'house/imports': 'error' },
  },
  syntax(everything, [noRawSql, noMarkup, ...noSpread]),
  syntax(rawSqlMakers, [noMarkup, ...noSpread]),
  syntax(readersPages, [noRawSql, noMarkup, noClient, ...noSpread]),
  syntax(markupMakers, [noRawSql, noClient, ...noSpread]),
]
