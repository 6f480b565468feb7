import { expect, test } from 'vitest'
import { linksAt, timeOf } from './times'

/** Until when nginx follows a link, in seconds. */
function endOf(name: string) {
  const [folder, time] = name.split('/')
  return folder === 'now' ? Number(time) + 1 : (Number(time) + 1) * 10
}

test('links lead on from the moment for two seconds at most, and for a minute at most when nobody answers', () => {
  for (let now = 1_800_000_000_000; now < 1_800_000_021_000; now += 137) {
    const links = linksAt(now)
    for (const [folder, bound] of [
      ['now/', 2],
      ['last/', 60],
    ] as const) {
      const ahead = links.filter((name) => name.startsWith(folder)).map((name) => endOf(name) - now / 1_000)
      expect(Math.max(...ahead)).toBeLessThanOrEqual(bound)
      expect(Math.max(...ahead)).toBeGreaterThan(bound - (bound === 2 ? 1 : 10))
    }
    expect(links).toContain(`now/${Math.floor(now / 1_000)}`)
    expect(links).toContain(`last/${Math.floor(now / 10_000)}`)
  }
})

test('a file’s time is that of its tag, on every file system', () => {
  const times = Array.from({ length: 1_000 }, (_, at) => timeOf(`"tag-${at}"`))
  expect(new Set(times).size).toBe(1_000)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...times)).toBeLessThan(2 ** 31)
  expect(timeOf('"tag-7"')).toBe(times[7])
})
