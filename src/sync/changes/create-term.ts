import { say } from '../../language/say.ts'
import { cleanTermName, termKey } from '../../posts/terms.ts'
import type { Term } from '../../posts/types.ts'
import type { RemoteTerm } from '../../site/types.ts'
import { findTerm } from '../find-term.ts'
import type { Result } from '../types.ts'
import { deleteUnused } from './delete-unused.ts'
import type { ChangeKind } from './kind.ts'
import { lookAgain } from './look-again.ts'
import type { Run } from './run.ts'
import { categoryThing, termThing } from './things.ts'
import { writeOnce } from './write-once.ts'

/** A new tag or category; `parent` is the path of the category above it, `A > B`. */
export interface CreateTerm {
  readonly kind: 'create-term'
  readonly term: Term
  readonly parent: string | undefined
}

export const createTerm: ChangeKind<CreateTerm> = {
  kind: 'create-term',
  lane: 'terms',
  describe: ({ term: { taxonomy, name } }) => ({
    sign: '+',
    what: taxonomy === 'category' ? 'category' : 'tag',
    name,
    nameIs: 'text',
    detail: '',
  }),
  toJson: ({ term: { taxonomy, name } }) => ({ taxonomy, name }),
  count: { among: 'added', one: say`term`, many: say`terms` },
  rights: ({ term }) => (term.taxonomy === 'category' ? ['manage_categories'] : []),
  provides: ({ term }) => [termThing(term)],
  texts: () => [],
  removes: () => undefined,
  make: {
    needs: ({ parent }) => (parent === undefined ? [] : [categoryThing(parent)]),
    run: create,
    lookAgain: lookAgain({
      list: async (changes, { site }) => {
        const taxonomies = new Set(changes.map(({ term }) => term.taxonomy))
        return (await Promise.all([...taxonomies].map((taxonomy) => site.listTerms(taxonomy)))).flat()
      },
      ours: ({ term }, { state }) => state.remoteTerm(term),
      // With a slug of its own WordPress makes a term beside one whose name differs in case alone (wp_insert_term).
      isSame: (found, ours, { term }) =>
        isSameTerm(found, ours) &&
        (term.slug === undefined || cleanTermName(found.name) === cleanTermName(ours.name)),
      isTaken: () => false,
      forget: ({ term }, { state }) => state.forgetTerm(term),
      giveWay,
    }),
  },
  finish: undefined,
  mend: undefined,
  together: undefined,
}

/** Creates a term; one that exists by now, by our own lost request or another's, is taken as it is. */
async function create({ term, parent }: CreateTerm, { site, state }: Run): Promise<Result> {
  const parentId = parent === undefined ? undefined : state.category(parent)
  const { remote, isNew } = await writeOnce(
    site,
    () => site.createTerm(term, parentId),
    async () => {
      const found = findTerm(term, await site.listTerms(term.taxonomy))
      return found && { remote: found, isNew: false }
    },
  )
  state.addTerm(remote, isNew)
  return { status: 'applied', id: remote.id }
}

/** WordPress compares names without regard to case, within one parent. */
function isSameTerm(a: RemoteTerm, b: RemoteTerm): boolean {
  return a.taxonomy === b.taxonomy && a.parent === b.parent && termKey(a.name) === termKey(b.name)
}

/** Ours goes if no post has it. */
async function giveWay(
  _: CreateTerm,
  ours: RemoteTerm,
  staying: RemoteTerm,
  { site, state }: Run,
): Promise<Result> {
  state.replaceTerm(ours, staying)
  if (state.isMade(ours))
    await deleteUnused(
      () => site.isTermUsed(ours),
      () => site.deleteTerm(ours),
      site,
    )
  return { status: 'applied', id: staying.id }
}
