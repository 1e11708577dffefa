import pc from 'picocolors'
import { say } from '../language/say.ts'

/** Of terms, pictures and what is left alone so many are told each for itself. */
export const FEW = 8

/**
 * Lines about many things of a kind, of which the first stand for the rest.
 *
 * @param most so many are told each for itself; of more only half as many are
 * @param rest says how many more there are, and of what: "3 more tags"
 * @param all tell each for itself, however many there are
 */
export function crowd<T>(
  items: readonly T[],
  toLines: (item: T) => readonly string[],
  {
    most,
    rest,
    all,
  }: { readonly most: number; readonly rest: (amount: number) => string; readonly all: boolean },
): string[] {
  if (all || items.length <= most) return items.flatMap(toLines)
  const shown = items.slice(0, most / 2)
  return [
    ...shown.flatMap(toLines),
    `  ${pc.dim(say`... and ${rest(items.length - shown.length)}; --all lists them`)}`,
  ]
}
