import type { Convention } from '../types.ts'
import { largestSection } from './largest-section.ts'

/** Astro: collections below `src/content/`, `public/`, https://docs.astro.build/en/guides/content-collections/ */
export const astro: Convention = {
  name: 'Astro',
  findPosts: (project) => {
    const isAstro = [...project.entries].some((name) => /^astro\.config\.[cm]?[jt]s$/.test(name))
    if (!isAstro) return undefined
    return (
      largestSection('src/content', project) ??
      largestSection('src/data', project) ??
      largestSection('src/pages', project)
    )
  },
  ignore: ['updatedDate', 'layout', 'modDatetime', 'canonicalURL', 'heroImageAlt', 'ogImage'],
  pictures: ['public', '.'],
  status: 'publish',
}
