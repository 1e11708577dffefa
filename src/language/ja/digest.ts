import type { Catalogue } from '../catalogue.ts'

export const digest = {
  'There are no articles: no file begins with front matter.':
    '記事がありません。フロントマターで始まるファイルが 1 つもありません。',
} as const satisfies Catalogue
