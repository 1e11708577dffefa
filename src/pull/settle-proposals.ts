import { BODY_FIELDS } from '../fields/groups.ts'
import { FIELDS, type FieldName } from '../fields/registry.ts'
import type { Judgement } from '../judge/types.ts'
import { say } from '../language/say.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Comparison } from '../sync/compare.ts'
import { hashField } from '../sync/fields.ts'
import { findProblems, findUnsaid, type Problem } from './find-problems.ts'
import { setField } from './front-matter.ts'
import { type Proposal, type Withheld, withoutFile } from './proposal.ts'
import type { Chosen } from './pull-world.ts'

/** What settling needs of the rest of the program. */
export interface Desk {
  /** @param absent posts that are not brought here at all, so that nothing can link to a file of theirs */
  readonly propose: (chosen: Chosen, withheld: Withheld, absent: ReadonlySet<number>) => Promise<Proposal>
  /** Judges the folder as it would be with these files, by their paths below the project. */
  readonly judge: (texts: ReadonlyMap<string, string>) => Promise<Judgement>
  readonly compare: (rendered: readonly RenderedPost[]) => readonly Comparison[]
  /** Paths of the articles that are here, below the project. */
  readonly paths: readonly string[]
}

/**
 * Proposes a file for each post, and again without what is wrong with it, until `check` accepts all of them and each
 * says what the site does; articles that had an error before are none of that. What somebody has to settle between conflict markers is neither judged nor changed.
 */
export async function settleProposals(
  chosen: readonly Chosen[],
  desk: Desk,
  faulty: ReadonlySet<string>,
): Promise<Proposal[]> {
  const withheld = new Map<number, Map<FieldName, string>>()
  const refused = new Map<number, string>()
  const made = new Map<number, Proposal>()
  let stale: readonly Chosen[] = chosen
  for (;;) {
    const absent = new Set(refused.keys())
    for (const one of stale) {
      const { id } = one.remote
      const proposal = await desk.propose(one, withheld.get(id) ?? new Map(), absent)
      const reason = refused.get(id)
      const action = proposal.before === undefined ? 'missed' : 'left'
      made.set(id, reason === undefined ? proposal : withoutFile(proposal, { action, reason, withheld: [] }))
    }
    const proposals = chosen.flatMap(({ remote }) => made.get(remote.id) ?? [])
    const written = proposals.filter(({ text, result }) => text !== undefined && result.conflicts === 0)
    const collisions = findCollisions(proposals, desk.paths)
    const judgement = collisions.length > 0 ? undefined : await desk.judge(textsOf(written))
    const wrong = judgement === undefined ? collisions : findProblems(written, judgement, faulty)
    const compared = judgement === undefined || wrong.length > 0 ? new Map() : compareAll(judgement, desk)
    const unsaid = compared.size === 0 ? [] : findAllUnsaid(written, compared)
    const problems = [...wrong, ...unsaid.filter(({ fields = [] }) => fields.length > 0)]
    if (problems.length === 0) {
      return proposals.map((proposal) =>
        tellIncomplete(withoutNeedlessNote(proposal, compared.get(proposal.key)), unsaid),
      )
    }

    const changed = new Set<number>()
    for (const { proposal, fields, reason } of problems) {
      const { id } = proposal.remote
      changed.add(id)
      if (fields === undefined) refused.set(id, refused.get(id) ?? reason)
      else {
        const before = withheld.get(id) ?? new Map<FieldName, string>()
        withheld.set(id, new Map([...fields.map((name) => [name, reason] as const), ...before]))
      }
    }
    const gone = proposals.filter(({ remote }) => changed.has(remote.id) && refused.has(remote.id))
    stale = chosen.filter(
      ({ remote }) =>
        changed.has(remote.id) || gone.some(({ remote: { link } }) => remote.content.includes(link)),
    )
  }
}

function textsOf(proposals: readonly Proposal[]): Map<string, string> {
  return new Map(proposals.map(({ result, text }) => [result.path, text ?? '']))
}

interface Unsaid extends Problem {
  /** The fields that stay as the file can say them: without its key a new file would say that there is nothing. */
  readonly incomplete: readonly FieldName[]
}

/** What the articles would say beside what their posts do, by key. */
function compareAll({ articles }: Judgement, desk: Desk): ReadonlyMap<string, Comparison> {
  const comparisons = desk.compare([...articles.values()].flatMap(({ rendered }) => rendered ?? []))
  return new Map(comparisons.map((comparison) => [comparison.item.post.key, comparison]))
}

/**
 * A new file whose text is published just as it stands on the site needs no note that it was brought from there: nothing
 * would be written by it.
 */
function withoutNeedlessNote(proposal: Proposal, comparison: Comparison | undefined): Proposal {
  const { text, before } = proposal
  if (text === undefined || before !== undefined || comparison === undefined) return proposal
  const { desired, live } = comparison
  if (desired.content === undefined) return proposal
  const isSame = BODY_FIELDS.every(
    (name) => hashField(name, desired[name] ?? '') === hashField(name, live[name]),
  )
  return isSame ? { ...proposal, text: setField(text, 'pulled', undefined) } : proposal
}

function findAllUnsaid(proposals: readonly Proposal[], byKey: ReadonlyMap<string, Comparison>): Unsaid[] {
  return proposals.flatMap((proposal): Unsaid[] => {
    const found = findUnsaid(proposal, byKey.get(proposal.key))
    if (found.length === 0) return []
    const isKept = (name: FieldName): boolean =>
      proposal.before === undefined && FIELDS[name].managed === 'always'
    return [
      {
        proposal,
        fields: found.filter((name) => !isKept(name)),
        incomplete: found.filter(isKept),
        reason: say`read again, the file would not say the same`,
      },
    ]
  })
}

/** Says which fields of a new file are not all that the site has. */
function tellIncomplete(proposal: Proposal, unsaid: readonly Unsaid[]): Proposal {
  const own = unsaid.find((one) => one.proposal === proposal)
  if (own === undefined || own.incomplete.length === 0) return proposal
  const told = { fields: own.incomplete, reason: say`the file cannot say all that the site has` }
  return { ...proposal, result: { ...proposal.result, withheld: [...proposal.result.withheld, told] } }
}

/** Names that differ in case alone, or in how letters are composed, are one file on macOS and Windows. */
function findCollisions(proposals: readonly Proposal[], paths: readonly string[]): Problem[] {
  const looseName = (path: string): string => path.normalize('NFC').toLowerCase()
  const here = new Map(paths.map((path) => [looseName(path), path]))
  const coming = new Map<string, string>()
  return proposals.flatMap((proposal) => {
    const { path } = proposal.result
    if (proposal.text === undefined) return []
    const name = looseName(path)
    const other = coming.get(name) ?? (here.get(name) === path ? undefined : here.get(name))
    coming.set(name, coming.get(name) ?? path)
    if (other === undefined) return []
    return [{ proposal, fields: undefined, reason: say`its file would have the name of ${other}` }]
  })
}
