import type { Instrumentation } from 'next'
import { log } from '@/lib/kernel/log'

/**
 * Next tells a fault of a page by places in what was built; here they are those of the sources. Of the address only its
 * pattern is told: it may hold a token.
 */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath, routeType }) =>
  log.error({ err: error, route: routePath, type: routeType }, 'a page failed')
