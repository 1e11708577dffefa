import { say } from '../../language/say.ts'
import type { Convention } from '../types.ts'
import { folderWithMarkdown, largestSection } from './largest-section.ts'

const SETTINGS = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
)

const SECTION = /(?:^|\/)_index(?:\.[^/]*)?\.md$/

/** Hugo: sections of `content/`, bundles, `static/`, https://gohugo.io/content-management/front-matter/ */
export const hugo: Convention = {
  name: 'Hugo',
  findPosts: (project) => {
    const isHugo =
      SETTINGS.some((name) => project.entries.has(name)) ||
      (project.entries.has('archetypes') && project.entries.has('content'))
    return isHugo ? (largestSection('content', project) ?? folderWithMarkdown('content', project)) : undefined
  },
  ignore: ['url', 'aliases', 'type', 'layout', 'weight', 'lastmod', 'expiryDate', 'series', 'keywords'],
  pictures: ['static', 'assets', '.'],
  status: 'publish',
  notArticles: SECTION,
  choose: ({ files }) =>
    files.some(({ name }) => SECTION.test(name))
      ? [
          {
            path: ['ignore'],
            value: ['**/_index*.md'],
            why: say`Hugo makes lists of sections of these files; they are no articles.`,
          },
        ]
      : [],
}
