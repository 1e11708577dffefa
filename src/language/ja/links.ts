import type { Catalogue } from '../catalogue.ts'

export const links = {} as const satisfies Catalogue
