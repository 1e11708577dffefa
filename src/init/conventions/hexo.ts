import { say } from '../../language/say.ts'
import type { Convention } from '../types.ts'
import { folderWithMarkdown } from './largest-section.ts'

/** Hexo: `source/_posts/`, pictures below `source/`, https://hexo.io/docs/front-matter */
export const hexo: Convention = {
  name: 'Hexo',
  findPosts: (project) => folderWithMarkdown('source/_posts', project),
  ignore: ['layout', 'updated', 'comments', 'permalink', 'disableNunjucks', 'sitemap'],
  pictures: ['source', '.'],
  status: 'publish',
  choose: ({ articles }) => {
    const isDeep = articles.some(({ fields }) =>
      fields.some(
        ({ key, value }) => key === 'categories' && value.kind === 'list' && value.items.length > 1,
      ),
    )
    return isDeep
      ? [
          {
            path: ['frontMatter', 'categories'],
            value: 'path',
            why: say`In Hexo a list of categories leads from a category down to one below it.`,
          },
        ]
      : []
  },
}
