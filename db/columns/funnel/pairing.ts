const NOBODY = -1

/** Pairs items with places so that each has one of its own: a matching, made larger by exchange (H. W. Kuhn, 1955). */
export class Pairing {
  private readonly holders: Int32Array
  private readonly tried: Int32Array
  private round = 0

  constructor(
    private readonly places: number,
    private readonly fits: (item: number, place: number) => boolean,
  ) {
    this.holders = new Int32Array(places).fill(NOBODY)
    this.tried = new Int32Array(places)
  }

  clear(): void {
    this.holders.fill(NOBODY)
  }

  /** Gives the item a place, moving others to other places when need be. False, and nothing has changed, when that cannot be. */
  place(item: number): boolean {
    this.round += 1
    return this.search(item)
  }

  private search(item: number): boolean {
    for (let place = 0; place < this.places; place += 1) {
      if (this.tried[place] === this.round || !this.fits(item, place)) continue
      this.tried[place] = this.round
      const holder = this.holders[place] ?? NOBODY
      if (holder !== NOBODY && !this.search(holder)) continue
      this.holders[place] = item
      return true
    }
    return false
  }
}
