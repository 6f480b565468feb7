import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('the script for readers stays within 3 KB and makes nothing of text', async () => {
  const { outputFiles } = await build({
    entryPoints: ['components/site/reader/main.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  })
  const script = outputFiles[0]!.text
  expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThanOrEqual(3 * 1024)
  expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bimport\b/)
})
