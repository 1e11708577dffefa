import type { Convention } from '../types.ts'
import { folderWithMarkdown } from './largest-section.ts'

/** Qiita CLI: `public/`, with ids of Qiita in the front matter, https://github.com/increments/qiita-cli */
export const qiita: Convention = {
  name: 'Qiita CLI',
  findPosts: (project) => {
    const isQiita =
      project.entries.has('qiita.config.json') ||
      project.markdown.some(
        (file) => file.startsWith('public/') && /^organization_url_name:/m.test(project.read(file) ?? ''),
      )
    return isQiita ? folderWithMarkdown('public', project) : undefined
  },
  ignore: ['id', 'updated_at', 'organization_url_name', 'slide'],
  pictures: ['.'],
  status: 'publish',
}
