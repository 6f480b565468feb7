import { handlers } from '../handlers'
import type { Job, Ports } from '../ports'

/** Does one job of the queue of this name, as the worker would. */
export function doJob(name: string, job: Job, ports: Ports): Promise<void> {
  const handler = handlers.find((one) => one.job.name === name)
  if (!handler) throw new Error(`nobody does ${name}`)
  return handler.work([job], ports)
}
