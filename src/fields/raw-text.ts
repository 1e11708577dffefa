import * as z from 'zod'

/** A text as it was saved, beside what WordPress shows of it. */
export const rawText = z.object({ raw: z.string() }).transform(({ raw }) => raw)
