import pino from 'pino'

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
    redact: ['*.password', '*.email', '*.key', '*.secret'],
  },
  pino.destination({ dest: 2, sync: true }),
)
