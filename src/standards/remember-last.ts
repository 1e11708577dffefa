/**
 * A pure function of a text that remembers its latest answers: the same long text is asked about again and again at about
 * the same time, and then not any more.
 *
 * @param size how many answers
 */
export function rememberLast<Answer>(
  size: number,
  answerTo: (text: string) => Answer,
): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known.answer
    const answer = answerTo(text)
    answers.set(text, { answer })
    for (const oldest of answers.keys()) {
      if (answers.size <= size) break
      answers.delete(oldest)
    }
    return answer
  }
}
