import { say } from '../language/say.ts'

/** What an answer says that ended because PHP had no memory left. */
interface OutOfMemory {
  readonly message: string
  readonly advice: string
  readonly example: string
  readonly short: string
}

/** As PHP says it, in every language (zend_alloc.c). */
const EXHAUSTED = /Allowed memory size of (\d+) bytes exhausted/

/** @returns `undefined` where an answer does not say so; most sites keep such words to their log */
export function recogniseOutOfMemory(url: string, text: string): OutOfMemory | undefined {
  const [, bytes] = EXHAUSTED.exec(text) ?? []
  if (bytes === undefined) return undefined
  return {
    message: say`PHP of ${url} has run out of memory: it may use ${Math.round(Number(bytes) / 1024 / 1024)} MB.`,
    short: say`PHP has run out of memory`,
    advice: MORE_MEMORY_ADVICE,
    example: MORE_MEMORY,
  }
}

export const MORE_MEMORY_ADVICE = say`Give WordPress more memory with one of these, or ask the host to; switch plugins off that need much of it.`

/** As WordPress documents it (Editing wp-config.php: Increasing memory allocated to PHP). */
export const MORE_MEMORY = `# wp-config.php, above "That's all, stop editing!":
define( 'WP_MEMORY_LIMIT', '256M' );
# .user.ini or php.ini, where the host does not allow that:
memory_limit = 256M`
