import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { holdData, InUse } from './data-lock'

const folder = mkdtempSync(path.join(tmpdir(), 'chapterhouse-data-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
const someData = () => ({ DATA_DIR: path.join(folder, String(count++)), PORT: 3000 })
const note = ({ DATA_DIR }: { DATA_DIR: string }) => path.join(DATA_DIR, 'server.json')

test('a second server on the same data is told which process has it, and where', async () => {
  const data = someData()
  const release = holdData(data)
  expect(() => holdData({ ...data, PORT: 4000 })).toThrow(InUse)
  expect(() => holdData({ ...data, PORT: 4000 })).toThrow(
    `on the data in ${data.DATA_DIR} (process ${process.pid}, at port 3000): stop it first`,
  )
  await release()
  await holdData(data)()
})

test('what is written in the folder never decides: a number may be that of another program by now', async () => {
  const data = someData()
  await holdData(data)()
  writeFileSync(note(data), JSON.stringify({ pid: process.ppid, port: 3000 }))
  const release = holdData(data)
  expect(JSON.parse(readFileSync(note(data), 'utf8'))).toEqual({ pid: process.pid, port: 3000 })
  await release()
})

test.each(['', 'nonsense', '{"pid": "<script>"}', '{"pid": -1, "port": 3000}', 'null'])(
  'a note of %j is not repeated, and the folder is held all the same',
  async (text) => {
    const data = someData()
    const release = holdData(data)
    writeFileSync(note(data), text)
    expect(() => holdData(data)).toThrow(`on the data in ${data.DATA_DIR}: stop it first`)
    await release()
  },
)
