/* Narrows the table of articles to what the form asks for. */

const form = document.querySelector('.pv-filters')

/** Full-width and half-width letters, capitals and small ones count as the same. */
function normalize(text) {
  return text.normalize('NFKC').toLowerCase()
}

function matches(row, wanted) {
  const { status, language, series, problems, words } = row.dataset
  const text = normalize(`${row.textContent} ${words}`)
  return (
    normalize(wanted.get('text'))
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    ['', status].includes(wanted.get('status')) &&
    ['', language].includes(wanted.get('language')) &&
    ['', ...series.split(' ')].includes(wanted.get('series')) &&
    (problems !== undefined || !wanted.has('problems'))
  )
}

function filter() {
  const rows = [...document.querySelectorAll('.pv-articles tbody tr')]
  const wanted = new FormData(form)
  for (const row of rows) row.hidden = !matches(row, wanted)
  const shown = rows.filter((row) => !row.hidden).length
  form.querySelector('output').value = shown === rows.length ? '' : `${shown} of ${rows.length}`
}

form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
document.addEventListener('preview:updated', filter)
filter()
