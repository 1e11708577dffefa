import { h } from 'hastscript'
import type { JudgedArticle } from '../judge/types.ts'
import { articlePath, pairPath, relativeUrl } from './addresses.ts'
import { type Host, writeDocument } from './document.ts'
import { titleOf } from './names.ts'
import type { Snapshot } from './snapshot.ts'

/** An article in its languages side by side, each in a frame of its own, so that ids and scrolling stay apart. */
export function pairPage(members: readonly JudgedArticle[], { config }: Snapshot, host: Host): string {
  const [first] = members
  const path = pairPath(first?.key ?? '')
  const title = first === undefined ? 'Side by side' : titleOf(first)
  const frames = members.map((member) =>
    h('iframe', {
      src: relativeUrl(path, articlePath(member.key)),
      title: titleOf(member),
      lang: member.draft.language,
    }),
  )
  const body = [h('main', { tabIndex: 0 }, [h('h1', { className: 'pv-hidden' }, title), ...frames])]
  return writeDocument({ path, title, language: config.site.language, className: 'pv-page-pair', body }, host)
}
