import type { Bench } from '../bench.ts'
import { publishWhole } from '../setup/whole-project.ts'

/** Tags of an article. */
const IN_AN_ARTICLE = 7

/** New tags, seven in an article, against one request after another for the same tags and posts. */
export const terms: Bench = {
  name: 'terms',
  about: 'new tags, seven in an article',
  unit: 'terms',
  sizes: [700],
  measure: async (tags, context) =>
    await publishWhole(context, { articles: Math.ceil(tags / IN_AN_ARTICLE), tags }),
}
