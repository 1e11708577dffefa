import type { Catalogue } from '../catalogue.ts'

export const verify = {} as const satisfies Catalogue
