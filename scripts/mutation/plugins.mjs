import path from 'node:path'

/** Leaves alone what is written to the log: tests are silent, and say nothing of its words. */
const wordsOfTheLog = {
  shouldIgnore(path) {
    if (!path.isCallExpression()) return undefined
    const callee = path.get('callee')
    const isLog = callee.isMemberExpression() && callee.get('object').isIdentifier({ name: 'log' })
    return isLog ? 'It is written to the log, which no test reads.' : undefined
  },
}

/** Says at once which change nobody has noticed: a run of hours may be ended before its end, where the others speak. */
class AsTheyCome {
  onMutantTested({ status, fileName, location: { start }, mutatorName, replacement }) {
    if (status === 'Killed' || status === 'Ignored') return
    const place = `${path.relative('', fileName)}:${start.line}:${start.column}`
    process.stdout.write(`${status} ${place} ${mutatorName}: ${replacement.replace(/\s+/g, ' ')}\n`)
  }
}

export const strykerPlugins = [
  { kind: 'Ignore', name: 'words-of-the-log', value: wordsOfTheLog },
  { kind: 'Reporter', name: 'as-they-come', injectableClass: AsTheyCome },
]
