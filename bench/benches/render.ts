import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type Bench, cpuRatio, inTurns, type Sample, type Side, slowdown, speedup } from '../bench.ts'
import { generateProject } from '../generate.ts'
import { runNode } from '../setup/node-process.ts'

const peer = (name: string): string => path.resolve('bench/peers', name)

/**
 * Rendering a folder with nothing kept from an earlier run (cold) and with all of it (warm), against unified with the same
 * syntax, markdown-it, and Eleventy building the same folder; all on one processor, from start to end, and Rensai on all of
 * them as well.
 */
export const render: Bench = {
  name: 'render',
  about: 'rendering a folder, cold and warm',
  unit: 'articles',
  sizes: [1_000],
  measure: async (articles, { folder, rounds }) => {
    await generateProject(folder, articles)
    const posts = path.join(folder, 'posts')
    const run = async (args: readonly string[], isOnOneCore = true): Promise<Sample> =>
      (await runNode(args, { isOnOneCore })).sample
    const rensai = [peer('rensai.js'), path.join(folder, 'wp.config.json')]
    const forget = (): Promise<void> => rm(path.join(folder, '.rensai'), { recursive: true, force: true })
    const sides = await inTurns(rounds, {
      'unified with the same syntax': () => run([peer('unified.js'), posts]),
      'markdown-it': () => run([peer('markdown-it.js'), posts]),
      Eleventy: async () => {
        const output = path.join(folder, '_site')
        await rm(output, { recursive: true, force: true })
        const sample = await run([peer('eleventy.js'), posts, output])
        await rm(output, { recursive: true, force: true })
        return sample
      },
      'Rensai, cold, on all processors': async () => {
        await forget()
        return await run(rensai, false)
      },
      'Rensai, cold': async () => {
        await forget()
        return await run(rensai)
      },
      'Rensai, warm': () => run(rensai),
    })
    const [unified, markdownIt, eleventy, , cold, warm] = sides as [Side, Side, Side, Side, Side, Side]
    return {
      sides,
      findings: [
        cpuRatio(cold, unified, 1.2),
        slowdown(cold, unified),
        cpuRatio(warm, cold, 0.1),
        speedup(warm, cold),
        slowdown(cold, markdownIt),
        slowdown(cold, eleventy),
        speedup(warm, eleventy),
      ],
    }
  },
}
