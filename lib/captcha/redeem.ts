import { pool, type Tx } from '@/lib/db/client'

/** Uses a challenge up that was answered wrongly too often. */
export const burn = async (nonce: string) =>
  void (await pool().query('insert into captcha_redemption (nonce) values ($1) on conflict do nothing', [
    nonce,
  ]))

/** Challenges that could not be used again anyway need no record. */
export const forgetRedemptions = (tx: Tx) =>
  tx.$executeRaw`delete from captcha_redemption where redeemed_at < now() - interval '1 day'`
