import { termKey } from '../posts/terms.ts'
import type { Site } from '../site/site.ts'
import type { RemoteTerm } from '../site/types.ts'
import { createOnce } from './create-once.ts'
import type { Ledger } from './ledger.ts'
import { findTerm } from './references.ts'
import type { Change, Outcome } from './types.ts'

export type CreateTerm = Extract<Change, { kind: 'create-term' }>

/** Creates a term; one that exists by now, by our own lost request or another's, is taken as it is. */
export async function applyTerm(
  change: CreateTerm,
  ledger: Ledger,
  client: Site,
): Promise<Omit<Outcome, 'change'>> {
  const { term, parent } = change
  const parentId = parent === undefined ? undefined : ledger.category(parent)
  const { remote, isNew } = await createOnce(
    client,
    () => client.createTerm(term, parentId),
    async () => {
      const found = findTerm(term, await client.listTerms(term.taxonomy))
      return found && { remote: found, isNew: false }
    },
  )
  ledger.addTerm(remote, isNew)
  return { status: 'applied', id: remote.id }
}

/**
 * Looks again after creating: WordPress gives two clients that create one term at the same moment two terms. The
 * lower id stays; ours goes if it is the higher and no post has it.
 */
export async function dropTermTwins(
  changes: readonly CreateTerm[],
  ledger: Ledger,
  client: Site,
): Promise<void> {
  for (const taxonomy of new Set(changes.map(({ term }) => term.taxonomy))) {
    const all = await client.listTerms(taxonomy)
    for (const { term } of changes.filter((change) => change.term.taxonomy === taxonomy)) {
      const ours = ledger.remoteTerm(term)
      const first = ours === undefined ? undefined : all.find((other) => isSameTerm(other, ours))
      if (ours === undefined || first === undefined || first.id >= ours.id) continue
      ledger.replaceTerm(ours, first)
      if (ledger.isMade(ours) && !(await client.isTermUsed(ours))) await client.deleteTerm(ours)
    }
  }
}

/** WordPress compares names without regard to case, within one parent. */
function isSameTerm(a: RemoteTerm, b: RemoteTerm): boolean {
  return a.parent === b.parent && termKey(a.name) === termKey(b.name)
}
