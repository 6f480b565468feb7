import pino from 'pino'
import { stackInSources } from './source-lines'

/**
 * One JSON object a line on standard error. Write ids, not content: no e-mail address, no comment text, no
 * secret ever goes in here.
 */
export const log = pino(
  {
    name: 'chapterhouse',
    level: process.env.LOG_LEVEL ?? 'info',
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: readable },
    redact: ['*.password', '*.email', '*.key', '*.secret'],
  },
  pino.destination({ dest: 2, sync: true }),
)

function readable(error: Error) {
  const told = pino.stdSerializers.err(error)
  return told.stack ? { ...told, stack: stackInSources(told.stack) } : told
}
