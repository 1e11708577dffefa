/** The clock of a site, as far as its answers tell it; it may be minutes off from ours. */
export class SiteClock {
  /** Milliseconds that it is ahead. */
  #ahead = 0

  /** Takes the time from an answer; one that a cache kept tells another. */
  read(headers: Headers): void {
    if (headers.get('age') === null) this.#set(Date.parse(headers.get('date') ?? ''))
  }

  /** Takes the time that WordPress itself gave to what it just saved (`modified_gmt`). */
  readSaved(utc: string): void {
    this.#set(Date.parse(`${utc}Z`))
  }

  /** UTC to the second, `2026-11-24T02:00:00`. */
  now(): string {
    return new Date(Date.now() + this.#ahead).toISOString().slice(0, 19)
  }

  #set(time: number): void {
    if (!Number.isNaN(time)) this.#ahead = time - Date.now()
  }
}
