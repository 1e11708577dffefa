import { FIELDS } from './registry.ts'

/** The name of a field as front matter has it; what is no field, such as a text of a picture, is called as it is. */
export function fieldLabel(name: string): string {
  return Object.hasOwn(FIELDS, name) ? (FIELDS[name as keyof typeof FIELDS].frontMatter?.key ?? name) : name
}
