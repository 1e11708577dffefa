import type { Convention } from '../types.ts'
import { astro } from './astro.ts'
import { hexo } from './hexo.ts'
import { hugo } from './hugo.ts'
import { jekyll } from './jekyll.ts'
import { qiita } from './qiita.ts'
import { zenn } from './zenn.ts'

/** Every program whose folders are known; of several the one with most articles is meant. */
export const conventions: readonly Convention[] = [zenn, qiita, hugo, hexo, jekyll, astro]
