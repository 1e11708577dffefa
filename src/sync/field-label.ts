import type { FieldName, PictureText } from '../site/types.ts'

/** The name of a field as front matter has it. */
export function fieldLabel(name: FieldName | PictureText): string {
  if (name === 'featuredMedia') return 'featured_image'
  return name === 'commentStatus' ? 'comment_status' : name
}
