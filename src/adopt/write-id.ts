import type { OwnKeys } from '../posts/own-keys.ts'
import { setField } from '../pull/front-matter.ts'
import { isEditOf } from '../pull/is-edit-of.ts'
import { restoreEnds } from '../pull/line-ends.ts'
import { splitFile } from '../pull/yaml-source.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A file whose front matter names its post; every other byte stays.
 *
 * @param text the whole file
 * @param keys what the project calls keys of the front matter
 * @returns `undefined` where front matter is written in a way that cannot be edited so
 */
export function withId(text: string, id: number, keys: OwnKeys): string | undefined {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const { bodyOffset } = splitFile(text.slice(mark.length))
  const ownHead = text.slice(mark.length, mark.length + bodyOffset)
  const head = ownHead.replaceAll('\r\n', '\n')
  const written = setField(head, 'id', String(id), keys)
  if (!isEditOf(head, written, new Map([['id', String(id)]]), keys)) return undefined
  return mark + restoreEnds(ownHead, written) + text.slice(mark.length + bodyOffset)
}
