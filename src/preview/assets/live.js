/* Brings the open page up to date when something was saved, without loading it again. */

import { patch } from './patch.js'

/** Errors come and go while a sentence is typed; what the reader has closed stays closed when they come back. */
let isOverlayClosed = false

let isBehind = false
let isFetching = false

/** One fetch at a time; what was saved meanwhile is fetched after it. */
async function update() {
  isBehind = true
  if (isFetching) return
  isFetching = true
  try {
    while (isBehind) {
      isBehind = false
      const response = await fetch(location.pathname)
      const next = new DOMParser().parseFromString(await response.text(), 'text/html')
      document.title = next.title
      closeOverlay(next)
      patch(document.body, next.body)
      document.dispatchEvent(new Event('preview:updated'))
    }
  } finally {
    isFetching = false
  }
}

function closeOverlay(page) {
  if (!isOverlayClosed) return
  for (const overlay of page.querySelectorAll('.pv-overlay details')) overlay.open = false
}

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target.matches('.pv-overlay details')) isOverlayClosed = !target.open
  },
  true,
)

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  for (const overlay of document.querySelectorAll('.pv-overlay details')) overlay.open = false
})

import.meta.hot.on('preview:update', update)
// What was saved between the page's making and the connection would be missed otherwise.
import.meta.hot.on('vite:ws:connect', update)
