/** WordPress's own capabilities that changes need, in the order of asking, each with what it is good for. */
export const CAPABILITIES = {
  edit_posts: 'write posts',
  publish_posts: 'publish posts',
  upload_files: 'upload pictures',
  delete_published_posts: 'move public posts to the trash',
  manage_categories: 'create categories',
} as const

export type Capability = keyof typeof CAPABILITIES
