import type { Client } from '../site/client.ts'
import type { Change, Outcome } from '../types.ts'
import { createOnce } from './create-once.ts'
import type { Ledger } from './ledger.ts'
import { findTerm } from './references.ts'

type CreateTerm = Extract<Change, { kind: 'create-term' }>

/** Creates a term; one that exists by now, by our own lost request or another's, is taken as it is. */
export async function applyTerm(
  change: CreateTerm,
  ledger: Ledger,
  client: Client,
): Promise<Omit<Outcome, 'change'>> {
  const { term, parent } = change
  const parentId = parent === undefined ? undefined : ledger.category(parent)
  const created = await createOnce(
    () => client.createTerm(term, parentId),
    async () => findTerm(term, await client.listTerms(term.taxonomy)),
  )
  ledger.addTerm(created)
  return { status: 'applied', id: created.id }
}
