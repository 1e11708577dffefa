import type { Catalogue } from '../catalogue.ts'

export const pull = {} as const satisfies Catalogue
