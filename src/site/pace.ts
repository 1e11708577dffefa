/** Milliseconds that a request with several writes should take: long enough to be worth it, and far from every time-out. */
const GOOD_LENGTH = 700

/** So many requests at once nobody's site is asked for, however well it answers. */
const MOST_AT_ONCE = 6

/** By so much the best is taken to be worse after each request: a site may be slower later, or its posts longer. */
const FORGETTING = 1.002

/**
 * How many writes go together in one request, and how many requests at once. Both begin low and grow while the site
 * answers well; what it refuses halves them.
 *
 * How many at once goes by how long a write takes beside how long it takes at best: what is longer was spent waiting for
 * the others (as TCP Vegas reads a network, Brakmo and Peterson 1995). So a host with two workers gets no more than it
 * can work at, and nobody has to know how many it has.
 */
export class Pace {
  #most: number
  #together: number
  /** One at first, so that a request is seen for which no other waits. */
  #atOnce = 1
  /** Milliseconds that a write takes at best. */
  #best = Number.POSITIVE_INFINITY

  /** @param most how many writes the site takes in one request */
  constructor(most: number) {
    this.#most = most
    this.#together = Math.min(most, 5)
  }

  /** Writes in one request; 1 where the site takes no more. */
  get together(): number {
    return this.#together
  }

  /** Requests at once. */
  get requests(): number {
    return Math.floor(this.#atOnce)
  }

  /** Writes under way at the same time. */
  get writes(): number {
    return this.requests * this.together
  }

  /**
   * Notes a request that was answered well.
   *
   * @param writes in it
   * @param length milliseconds that it took
   */
  note(writes: number, length: number): void {
    if (writes < this.#together) return
    const each = length / writes
    this.#best = Math.min(this.#best * FORGETTING, each)
    const waiting = this.#atOnce * (1 - this.#best / each)
    if (waiting < 1) this.#atOnce = Math.min(MOST_AT_ONCE, this.#atOnce + 1 / this.#atOnce)
    else if (waiting > 2) this.#atOnce = Math.max(1, this.#atOnce - 1 / this.#atOnce)
    if (length < GOOD_LENGTH / 2) this.#resize(this.#together * 2)
    else if (length > GOOD_LENGTH * 2) this.#resize(this.#together / 2)
  }

  /** Notes that the site refused a request, or failed at it. */
  slowDown(): void {
    this.#atOnce = Math.max(1, this.#atOnce / 2)
    this.#resize(this.#together / 2)
  }

  /** Notes that the site takes no request with several writes. */
  singly(): void {
    this.#most = 1
    this.#resize(1)
  }

  #resize(together: number): void {
    this.#together = Math.max(1, Math.min(this.#most, Math.ceil(together)))
  }
}
