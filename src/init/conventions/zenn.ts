import type { Convention } from '../types.ts'
import { folderWithMarkdown } from './largest-section.ts'

/** zenn-cli: `articles/`, pictures in `images/` from the root, https://zenn.dev/zenn/articles/zenn-cli-guide */
export const zenn: Convention = {
  name: 'Zenn',
  findPosts: (project) => {
    const isZenn =
      project.read('package.json')?.includes('"zenn-cli"') === true ||
      project.entries.has('books') ||
      project.markdown.some(
        (file) => file.startsWith('articles/') && /^emoji:/m.test(project.read(file) ?? ''),
      )
    return isZenn ? folderWithMarkdown('articles', project) : undefined
  },
  ignore: ['emoji', 'type', 'publication_name'],
  pictures: ['.'],
  status: undefined,
}
