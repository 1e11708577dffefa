import { removeComments } from '../standards/html.ts'

/** Shorter clauses are words that many articles have. */
const SHORTEST = 6

/** The clauses of a content, as far as they are long enough to tell one text from another; what `likeness` compares. */
export function clausesOf(content: string): ReadonlySet<string> {
  const text = removeComments(content, '\n').replace(/<[^<>]*>/g, '\n')
  const clauses = text.split(/[\n.,:;!?()"。、，．：；！？（）「」『』]+/).map((clause) => clause.trim())
  return new Set(clauses.filter(({ length }) => length >= SHORTEST))
}

export interface Likeness {
  /** Share of the clauses of the longer text that the other one has, too, from 0 to 1. */
  readonly ofLonger: number
  /** The same of the shorter text; of none it is 0. */
  readonly ofShorter: number
}

/** How much two contents have in common. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): Likeness {
  const common = [...a].filter((clause) => b.has(clause)).length
  const [shorter = 0, longer = 0] = [a.size, b.size].toSorted((one, other) => one - other)
  return {
    ofLonger: longer === 0 ? 0 : common / longer,
    ofShorter: shorter === 0 ? 0 : common / shorter,
  }
}
