import type { Catalogue } from '../catalogue.ts'

export const adopt = {} as const satisfies Catalogue
