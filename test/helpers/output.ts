import type { Output } from '../../src/commands/output.ts'

/** An Output that keeps what was printed. */
export interface CapturedOutput extends Output {
  /** Reports for people, colours removed. */
  readonly said: () => string
  /** What went to stdout. */
  readonly printed: () => string
}

export function captureOutput(): CapturedOutput {
  const said: string[] = []
  const printed: string[] = []
  return {
    say: (text) => said.push(text),
    print: (text) => printed.push(text),
    during: (_, work) => work(() => {}),
    confirm: async () => false,
    said: () => stripColours(said.join('\n')),
    printed: () => printed.join('\n'),
  }
}

/** The text without its colours. */
export function stripColours(text: string): string {
  // biome rejects control characters in patterns; the escape character is built instead.
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')
}
