import { say } from '../../language/say.ts'
import type { Choice } from '../choice.ts'
import type { Survey } from '../types.ts'

/** What an article is that says nothing of its status. */
export function chooseStatus({ convention }: Survey): Choice[] {
  if (convention?.status === undefined) {
    return [
      {
        path: ['frontMatter', 'status'],
        value: 'draft',
        why: say`Articles that say nothing of their status stay drafts.`,
      },
    ]
  }
  return [
    {
      path: ['frontMatter', 'status'],
      value: convention.status,
      why: say`${convention.name} publishes articles that say nothing of their status.`,
    },
  ]
}
