import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, aPerson } from '@/lib/db/testing/factories'
import { eraseStaffAddress } from './retention-commands'

test('the address of whoever has been removed goes from what they wrote as staff, and from nothing else', async () => {
  const [{ id: staffId, email }, other] = [await aPerson(), await aPerson()]
  const by = async (id: string | null) => {
    const comment = await aComment({ email })
    await db.comment.update({ where: { id: comment.id }, data: { staffId: id } })
    return async () => (await db.comment.findUniqueOrThrow({ where: { id: comment.id } })).email
  }
  const left = [await by(staffId), await by(staffId), await by(other.id), await by(null)]
  await eraseStaffAddress(staffId)
  expect(await Promise.all(left.map((one) => one()))).toEqual(['', '', email, email])
})
