/* Narrows the table of articles to what the form asks for. */

{
  const form = document.querySelector('.pv-filters')

  /** Full-width and half-width letters, capitals and small ones count as the same. */
  function normalize(text) {
    return text.normalize('NFKC').toLowerCase()
  }

  /** What there is to search in a row, which is asked at every key; what was saved meanwhile may have changed it. */
  let searched = new WeakMap()

  function textOf(row) {
    let text = searched.get(row)
    if (text === undefined) {
      const words = [...row.querySelectorAll('[data-words]')].map(({ dataset }) => dataset.words)
      text = normalize([row.textContent, ...words].join(' '))
      searched.set(row, text)
    }
    return text
  }

  /** An article of a row is shown where it is what was asked for; words may stand in any of its translations. */
  function matches({ dataset: { status, language, problems } }, wanted) {
    return (
      ['', ...status.split(' ')].includes(wanted.status) &&
      ['', language].includes(wanted.language) &&
      (problems !== undefined || !wanted.problems)
    )
  }

  function filterRow(row, wanted) {
    const text = textOf(row)
    const isMeant =
      wanted.words.every((word) => text.includes(word)) &&
      ['', ...row.dataset.series.split(' ')].includes(wanted.series)
    let shown = 0
    for (const line of row.querySelectorAll('[data-status]')) {
      const isShown = isMeant && matches(line, wanted)
      if (isShown) shown += 1
      // Writing an attribute that is so already would still cost.
      if (line.hidden === isShown) {
        for (const one of row.querySelectorAll(`[data-line="${line.dataset.line}"]`)) one.hidden = !isShown
      }
    }
    if (row.hidden !== (shown === 0)) row.hidden = shown === 0
    return shown
  }

  function filter() {
    const data = new FormData(form)
    const wanted = {
      words: normalize(data.get('text')).split(/\s+/),
      status: data.get('status'),
      language: data.get('language'),
      series: data.get('series'),
      problems: data.has('problems'),
    }
    let [shown, all] = [0, 0]
    for (const row of document.querySelectorAll('.pv-articles tr[data-group]')) {
      shown += filterRow(row, wanted)
      all += row.querySelectorAll('[data-status]').length
    }
    const output = form.querySelector('output')
    const text = output.dataset.text.replace('{1}', shown).replace('{2}', all)
    output.value = shown === all ? '' : text
  }

  function update() {
    searched = new WeakMap()
    filter()
  }

  form.addEventListener('input', filter)
  form.addEventListener('submit', (event) => event.preventDefault())
  document.addEventListener('preview:updated', update)
  update()
}
