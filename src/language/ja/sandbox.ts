import type { Catalogue } from '../catalogue.ts'

export const sandbox = {} as const satisfies Catalogue
