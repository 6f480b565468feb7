/** Leaves alone what is written to the log: tests are silent, and say nothing of its words. */
const value = {
  shouldIgnore(path) {
    if (!path.isCallExpression()) return undefined
    const callee = path.get('callee')
    const isLog = callee.isMemberExpression() && callee.get('object').isIdentifier({ name: 'log' })
    return isLog ? 'It is written to the log, which no test reads.' : undefined
  },
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'words-of-the-log', value }]
