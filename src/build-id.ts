import { randomUUID } from 'node:crypto'

/** Put into the code by build.mjs. */
declare const RENSAI_BUILD: string | undefined

/**
 * Changes with the code, so that what other code made can be told from what this one makes. Sources that run without
 * having been built, as in tests, are new code at every start.
 */
export const buildId: string = typeof RENSAI_BUILD === 'string' ? RENSAI_BUILD : randomUUID()
