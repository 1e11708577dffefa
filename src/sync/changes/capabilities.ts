import { say } from '../../language/say.ts'
/** WordPress's own capabilities that changes need, in the order of asking, each with what it is good for. */
export const CAPABILITIES = {
  edit_posts: say`write posts`,
  publish_posts: say`publish posts`,
  upload_files: say`upload pictures`,
  delete_published_posts: say`move public posts to the trash`,
  manage_categories: say`create categories`,
} as const

export type Capability = keyof typeof CAPABILITIES
