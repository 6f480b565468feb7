import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'

const mostMaps = 8
const longestStack = 200
const maps = new Map<string, SourceMap | undefined>()

/**
 * A stack with its places as they stand in the sources. Maps are read when there is something to tell, and a few are kept:
 * Node's own `--enable-source-maps` reads those of all that is loaded, which took 95 MB of each process and a quarter of a
 * second of its start.
 */
export const stackInSources = (stack: string): string =>
  stack
    .split('\n')
    .map((line, index) => (index < longestStack ? inSource(line) : line))
    .join('\n')

// `at name (file:line:column)` or `at file:line:column`; parentheses stand in names of folders too.
const place =
  /^(\s{0,40}at (?:[^/]{0,200}\()?)(file:\/\/)?(\/[^\n]{1,1000}\.[cm]?js):(\d{1,9}):(\d{1,9})(\)?)$/

function inSource(text: string): string {
  const [, before, isUrl, name, line, column, after] = place.exec(text) ?? []
  if (!name) return text
  const file = isUrl ? decodeSafely(name) : name
  const origin = mapOf(file)?.findOrigin(Number(line), Number(column))
  if (!origin || !('fileName' in origin)) return text
  return `${before}${sourceOf(origin.fileName, file)}:${origin.lineNumber}:${origin.columnNumber}${after}`
}

function mapOf(file: string): SourceMap | undefined {
  const kept = maps.has(file) ? maps.get(file) : readMap(file)
  maps.delete(file)
  maps.set(file, kept)
  if (maps.size > mostMaps) maps.delete(maps.keys().next().value!)
  return kept
}

/** None where there is none, as for files of packages. */
function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(
      JSON.parse(readFileSync(`${file}.map`, 'utf8')) as ConstructorParameters<typeof SourceMap>[0],
    )
  } catch {
    return undefined
  }
}

/** As one would open it from the folder we run in. */
function sourceOf(name: string, file: string): string {
  if (/^[a-z]+:\/\//.test(name)) return name
  return path.relative(process.cwd(), path.resolve(path.dirname(file), decodeSafely(name)))
}

function decodeSafely(name: string) {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
