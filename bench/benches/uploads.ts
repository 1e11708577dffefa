import { type Bench, type Measured, speedup } from '../bench.ts'
import { type Published, publishWhole } from '../setup/whole-project.ts'

/** Pictures in an article. */
const IN_AN_ARTICLE = 5

/** New pictures of 200 kB, five in an article, against one request after another for the same pictures and posts. */
export const uploads: Bench = {
  name: 'uploads',
  about: 'new pictures of 200 kB, five in an article',
  unit: 'pictures',
  sizes: [250],
  measure: async (pictures, context) =>
    toMeasured(await publishWhole(context, { articles: Math.ceil(pictures / IN_AN_ARTICLE), pictures })),
}

/** How a project compares with one request after another, which it has to halve. */
export function toMeasured({ rensai, peer, before }: Published): Measured {
  return {
    sides: [rensai, peer, ...(before === undefined ? [] : [before])],
    findings: [
      speedup(rensai, peer, 2),
      ...(before === undefined ? [] : [speedup(rensai, before), speedup(before, peer)]),
    ],
  }
}
