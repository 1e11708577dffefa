import fc from 'fast-check'
import type { PostStatus } from '../../src/posts/types.ts'

/** An article of a generated world, before it is made a RenderedPost. */
export interface WorldArticle {
  readonly key: string
  readonly slug: string
  readonly title: string
  readonly text: string
  readonly status: PostStatus
  readonly date: string | undefined
  readonly tags: readonly string[]
  readonly picture: string | undefined
  /** Of the picture, where it stands in the text; it is always the featured one. */
  readonly alt: string
  /** Keys of other articles; those that are gone are not linked to. */
  readonly links: readonly string[]
}

/** What happens between two runs. `at` chooses among what is there. */
export type Step =
  | { readonly kind: 'publish' }
  | { readonly kind: 'write'; readonly article: WorldArticle }
  | { readonly kind: 'rename-file'; readonly at: number; readonly key: string }
  | { readonly kind: 'remove-file'; readonly at: number }
  | { readonly kind: 'admin-edit'; readonly at: number; readonly field: AdminEdit }
  | { readonly kind: 'admin-alt'; readonly at: number }
  | { readonly kind: 'admin-trash'; readonly at: number }
  | { readonly kind: 'admin-delete'; readonly at: number }
  | { readonly kind: 'admin-copy'; readonly at: number }
  | { readonly kind: 'stranger'; readonly slug: string }
  | { readonly kind: 'time'; readonly now: string }

/** `block`: the first block, which carries the marker, is taken for another one. */
export type AdminEdit = 'title' | 'text' | 'block' | 'slug' | 'status' | 'tags'

const KEYS = ['a', 'b', 'c', 'd']
const SLUGS = ['one', 'two', 'three', 'four', 'five']
const TIMES = ['2026-02-01T00:00:00', '2026-03-01T00:00:00', '2026-04-01T00:00:00']

const key = fc.constantFrom(...KEYS)
const at = fc.nat({ max: 9 })

const article: fc.Arbitrary<WorldArticle> = fc.record({
  key,
  slug: fc.constantFrom(...SLUGS),
  title: fc.constantFrom('Title', '題名', 'Another'),
  text: fc.constantFrom('Text.', '本文。', 'More text.'),
  status: fc.constantFrom('publish', 'draft', 'future', 'pending', 'private'),
  date: fc.option(fc.constantFrom('2025-01-01T00:00:00', ...TIMES), { nil: undefined }),
  tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'Z & z'), { maxLength: 2 }),
  picture: fc.option(fc.constantFrom('p', 'q'), { nil: undefined }),
  alt: fc.constantFrom('', 'A cat', 'A dog', '猫'),
  links: fc.uniqueArray(key, { maxLength: 2 }),
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), article }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'publish' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename-file' as const), at, key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove-file' as const), at }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('admin-edit' as const),
      at,
      field: fc.constantFrom<AdminEdit[]>('title', 'text', 'block', 'slug', 'status', 'tags'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('admin-alt' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('admin-trash' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('admin-delete' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('admin-copy' as const), at }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('stranger' as const), slug: fc.constantFrom(...SLUGS) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('time' as const), now: fc.constantFrom(...TIMES) }) },
)

/** Histories of a folder and a site. */
export const histories = fc.record({
  byName: fc.boolean(),
  first: fc.array(article, { minLength: 1, maxLength: 4 }),
  steps: fc.array(step, { maxLength: 10 }),
})
