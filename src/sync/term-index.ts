import { termKey } from '../posts/terms.ts'
import type { Taxonomy } from '../posts/types.ts'
import type { RemoteTerm } from '../site/types.ts'

/** Terms of a site by what they are asked for; of several with the same slug or id the first counts. */
export class TermIndex {
  readonly #terms: RemoteTerm[] = []
  readonly #bySlug = new Map<string, RemoteTerm>()
  readonly #byId = new Map<string, RemoteTerm>()
  readonly #byKey = new Map<string, RemoteTerm[]>()

  constructor(terms: Iterable<RemoteTerm>) {
    for (const term of terms) this.add(term)
  }

  /** All of them, in their order. */
  get terms(): readonly RemoteTerm[] {
    return this.#terms
  }

  add(term: RemoteTerm): void {
    const { taxonomy, slug, id, name } = term
    this.#terms.push(term)
    addFirst(this.#bySlug, `${taxonomy} ${slug}`, term)
    addFirst(this.#byId, `${taxonomy} ${id}`, term)
    const key = `${taxonomy} ${termKey(name)}`
    const alike = this.#byKey.get(key)
    if (alike === undefined) this.#byKey.set(key, [term])
    else alike.push(term)
  }

  withSlug(taxonomy: Taxonomy, slug: string): RemoteTerm | undefined {
    return this.#bySlug.get(`${taxonomy} ${slug}`)
  }

  withId(taxonomy: Taxonomy, id: number): RemoteTerm | undefined {
    return this.#byId.get(`${taxonomy} ${id}`)
  }

  /** Those whose names WordPress takes for the same, in their order. */
  alike(taxonomy: Taxonomy, name: string): readonly RemoteTerm[] {
    return this.#byKey.get(`${taxonomy} ${termKey(name)}`) ?? []
  }
}

function addFirst(terms: Map<string, RemoteTerm>, key: string, term: RemoteTerm): void {
  if (!terms.has(key)) terms.set(key, term)
}
