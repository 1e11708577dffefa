import { BOX_NAMES } from '../../constructs/boxes/names.ts'
import { say } from '../../language/say.ts'
import { visit } from '../../standards/visit.ts'
import type { Choice } from '../choice.ts'
import type { Survey } from '../types.ts'

/** What Zenn, VitePress, Docusaurus and Starlight call their boxes; any other name may be a slip. */
const OF_OTHERS: readonly string[] = ['message', 'tip', 'info', 'important', 'caution', 'danger', 'success']

/** Boxes that the articles have and that only need to be named. */
export function chooseBoxes({ articles }: Survey): Choice[] {
  const used = new Set<string>()
  for (const { tree } of articles) visit(tree, 'containerDirective', ({ name }) => void used.add(name))
  return OF_OTHERS.filter((name) => used.has(name) && !BOX_NAMES.includes(name)).map((name) => ({
    path: ['boxes', name],
    value: {},
    why: say`Articles have boxes ":::${name}"; "title" in it gives all of them one.`,
  }))
}
