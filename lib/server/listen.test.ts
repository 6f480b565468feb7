import { expect, test } from 'vitest'
import { checkHost } from './listen'

test('a HOST that cannot be found is named, and its value is not repeated', async () => {
  await expect(checkHost('no-such-host.invalid')).rejects.toThrow('HOST cannot be found')
  await expect(checkHost('no-such-host.invalid')).rejects.not.toThrow('invalid')
})

test('addresses, localhost and no HOST at all are well', async () => {
  for (const host of ['0.0.0.0', '::', '127.0.0.1', 'localhost', undefined]) await checkHost(host)
})
