import type { Catalogue } from '../catalogue.ts'

export const newArticle = {} as const satisfies Catalogue
