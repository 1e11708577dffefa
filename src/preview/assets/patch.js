/* Makes one piece of a page like another, touching only what differs: the reader's place on the page stays. */

export function patch(old, next) {
  if (old.isEqualNode(next)) return
  if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== next.nodeName) {
    old.replaceWith(document.importNode(next, true))
    return
  }
  patchAttributes(old, next)
  patchChildren(old, next)
}

function patchAttributes(old, next) {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && name !== 'open') old.removeAttribute(name)
  }
  for (const { name, value } of next.attributes) {
    // What the reader has opened stays open, and what is closed stays closed.
    if (name !== 'open' && old.getAttribute(name) !== value) old.setAttribute(name, value)
  }
}

function patchChildren(old, next) {
  const before = [...old.childNodes]
  const after = [...next.childNodes]
  while (before.length > 0 && after.length > 0 && before[0].isEqualNode(after[0])) {
    before.shift()
    after.shift()
  }
  let rest = null
  while (before.length > 0 && after.length > 0 && before.at(-1).isEqualNode(after.at(-1))) {
    rest = before.pop()
    after.pop()
  }
  // Pieces that were added or removed in the middle are few; the others are alike in their order.
  const shared = Math.min(before.length, after.length)
  for (let index = 0; index < shared; index += 1) patch(before[index], after[index])
  for (const node of before.slice(shared)) node.remove()
  for (const node of after.slice(shared)) old.insertBefore(document.importNode(node, true), rest)
}
