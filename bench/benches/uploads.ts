import type { Bench } from '../bench.ts'
import { publishWhole } from '../setup/whole-project.ts'

/** Pictures in an article. */
const IN_AN_ARTICLE = 5

/** New pictures of 200 kB, five in an article, against one request after another for the same pictures and posts. */
export const uploads: Bench = {
  name: 'uploads',
  about: 'new pictures of 200 kB, five in an article',
  unit: 'pictures',
  sizes: [250],
  measure: async (pictures, context) =>
    await publishWhole(context, { articles: Math.ceil(pictures / IN_AN_ARTICLE), pictures }),
}
