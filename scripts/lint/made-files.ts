import { ESLint } from 'eslint'

/** Lint as the repo has it, for files that tests make up: nobody can say of what types those are. */
export function lintOfMadeFiles(): ESLint {
  const asksTypes = ['no-floating-promises', 'no-misused-promises'].map(
    (rule) => `@typescript-eslint/${rule}`,
  )
  return new ESLint({
    overrideConfig: {
      languageOptions: { parserOptions: { project: null } },
      rules: Object.fromEntries(asksTypes.map((rule) => [rule, 'off'])),
    },
  })
}
