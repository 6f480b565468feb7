// How a program of ours learns that it is to end, whoever started it: a terminal, npm, a supervisor or another program of ours.

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

// One Ctrl-C arrives several times: from the terminal, and handed on by npm and by the program that started this one.
const oneWish = 500

/**
 * Calls `stop` when this process is told to end, and `force` each time that it is told so again. Told is: by a signal;
 * by the end of the process that started it with an IPC channel; and by the end of npm, which may be killed by a
 * signal that it does not hand on.
 * Signals in `deaf` are let pass: a terminal sends them to all processes, and one that others need ends when they say so.
 */
export function whenToldToStop({ stop, force, deaf = [] }) {
  let last
  const told = (why) => {
    const now = performance.now()
    if (last !== undefined && now - last < oneWish) return
    const first = last === undefined
    last = now
    if (first) stop(why)
    else force(why)
  }
  for (const signal of signals) process.on(signal, () => deaf.includes(signal) || told(signal))
  process.once('disconnect', () => last === undefined && told('SIGHUP'))
  whenNpmIsGone(() => last === undefined && told('SIGHUP'))
}

// By `exec` (package.json) it is the script itself that npm has started, and no shell between them; so the process above is
// npm, or one of ours that npm has started, and is there as long as somebody wants this one.
function whenNpmIsGone(call) {
  if (!/^(\w+=\S+ )*exec /.test(process.env.npm_lifecycle_script ?? '')) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    call()
  }, 500)
  timer.unref()
}
