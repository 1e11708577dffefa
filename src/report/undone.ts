import pc from 'picocolors'
import { say } from '../language/say.ts'
import type { Undone } from '../revocable-files.ts'
import { harmless } from './printable.ts'
import { wrap } from './wrap.ts'

/** What became of the files that were to be taken back. */
export function undoneToText(from: Undone): string {
  const { restored, removed, left } = harmless(from)
  return [
    ...restored.map((name) => `  ${pc.green('=')} ${say`${name} is as it was`}`),
    ...removed.map((name) => `  ${pc.green('-')} ${say`${name} is gone`}`),
    ...left.flatMap((name) =>
      wrap(say`${name} was edited since, and is left as it is`, `  ${pc.yellow('!')} `, '    '),
    ),
  ].join('\n')
}
