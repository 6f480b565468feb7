import { expect, test } from 'vitest'
import { workFor } from './work'
import { isWork } from '@/lib/captcha/work'

test('what the page’s script works out, the server takes for work; for this challenge alone', async () => {
  for (const token of ['one', 'two', 'three']) {
    const number = await workFor(token)
    expect(isWork(token, number)).toBe(true)
    expect(isWork(`${token} again`, number)).toBe(false)
    expect(isWork(token, `0${number}`)).toBe(false)
  }
  for (const odd of ['', '-1', '1.5', '1e3', ' 1', '9'.repeat(10)]) expect(isWork('one', odd)).toBe(false)
})
