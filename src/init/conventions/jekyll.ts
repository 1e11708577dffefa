import { say } from '../../language/say.ts'
import type { Convention } from '../types.ts'
import { folderWithMarkdown } from './largest-section.ts'

/** Jekyll: `_posts/2026-01-05-title.md`, https://jekyllrb.com/docs/posts/ and /docs/front-matter/ */
export const jekyll: Convention = {
  name: 'Jekyll',
  findPosts: (project) => folderWithMarkdown('_posts', project),
  ignore: ['layout', 'permalink', 'excerpt_separator', 'last_modified_at', 'redirect_from', 'comments'],
  pictures: ['.'],
  status: 'publish',
  choose: ({ articles }) => {
    const isWords = articles.some(({ fields }) =>
      fields.some(
        ({ key, value }) =>
          /^(?:categories|tags)$/.test(key) && value.kind === 'text' && /^[^,、]+\s[^,、]+$/.test(value.text),
      ),
    )
    return isWords
      ? [
          {
            path: ['frontMatter', 'lists'],
            value: 'words',
            why: say`In Jekyll a text of categories or tags is parted at its blanks.`,
          },
        ]
      : []
  },
}
