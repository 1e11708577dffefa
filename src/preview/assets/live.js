/* Brings the open page up to date when something was saved, without loading it again. */

import { patch } from './patch.js'

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
      patch(document.body, next.body)
      document.dispatchEvent(new Event('preview:updated'))
    }
  } finally {
    isFetching = false
  }
}

import.meta.hot.on('preview:update', update)
// What was saved between the page's making and the connection would be missed otherwise.
import.meta.hot.on('vite:ws:connect', update)
