import type { Catalogue } from '../catalogue.ts'

export const posts = {} as const satisfies Catalogue
