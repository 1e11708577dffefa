import type { Config } from '../config/types.ts'

/** True where the project's own plugins have a say. */
export function hasPlugins({ plugins }: Pick<Config, 'plugins'>): boolean {
  return plugins.remark.length + plugins.rehype.length > 0
}
