import { db, type Tx } from './client'

/**
 * Runs `work` in one transaction: all of it happens or none. A refusal (`{ ok: false }`) undoes what was
 * written before it, so a command may find out late that it must refuse.
 */
export async function inTransaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  class Undo {
    constructor(readonly answer: Value) {}
  }
  try {
    return await db.$transaction(
      async (tx) => {
        const answer = await work(tx)
        if (isRefusal(answer)) throw new Undo(answer)
        return answer
      },
      { maxWait: 2_000, timeout: 10_000 },
    )
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.answer
    throw thrown
  }
}

const isRefusal = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
