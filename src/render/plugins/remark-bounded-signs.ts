import type { Construct, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import { ExcessError } from '../../limits/bounded.ts'
import { MOST_SIGNS } from '../../limits/sizes.ts'

/**
 * Ends the reading of a text that has so many signs of emphasis or ends of labels in one paragraph that the parser would
 * compare each of them with all before it, and take their square in time.
 *
 * @throws ExcessError (of the parser that it is used in)
 */
export function remarkBoundedSigns(this: Processor): void {
  const data = this.data()
  const counts = new WeakMap<TokenizeContext, number>()
  // Tried before what reads the sign; it takes nothing.
  const counted: Construct = {
    name: 'countedSign',
    tokenize(_effects, _ok, nok) {
      return (code) => {
        const count = (counts.get(this) ?? 0) + 1
        counts.set(this, count)
        if (count > MOST_SIGNS) throw new ExcessError('signs')
        return nok(code)
      }
    },
  }
  const text = Object.fromEntries(SIGNS.map((sign) => [sign.charCodeAt(0), counted]))
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text }]
}

const SIGNS = ['*', '_', '~', ']']
