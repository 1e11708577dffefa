import type { Config } from '../config/types.ts'
import type { DigestedPost } from '../digest/digests.ts'
import { type GraphNode, type LinkGraph, toNode } from '../links/graph.ts'
import { createLinkTargets, type LinkTargets } from '../links/targets.ts'
import { listAddresses } from '../posts/addresses.ts'

/** Knows what the links of a folder mean, which hardly ever changes: it depends on every article's addresses. */
export class LinkIndex {
  readonly #config: Config
  #addresses = ''
  #targets: LinkTargets
  #nodes = new Map<DigestedPost, GraphNode>()

  constructor(config: Config) {
    this.#config = config
    this.#targets = createLinkTargets([], config)
  }

  /** Says what a link means among the articles of the last update; the same function while it says the same. */
  get targets(): LinkTargets {
    return this.#targets
  }

  /** The graph of these articles, in their order. */
  update(posts: readonly DigestedPost[]): LinkGraph {
    const addresses = listAddresses(posts.map(({ draft }) => draft.source))
    const written = JSON.stringify(addresses)
    if (written !== this.#addresses) {
      this.#targets = createLinkTargets(addresses, this.#config)
      this.#nodes = new Map()
    }
    this.#addresses = written
    this.#nodes = new Map(posts.map((post) => [post, this.#nodes.get(post) ?? this.#toNode(post)]))
    return new Map([...this.#nodes].map(([{ draft }, node]) => [draft.source.key, node]))
  }

  #toNode({ draft, collected }: DigestedPost): GraphNode {
    return toNode(draft.source, collected, this.#targets)
  }
}
