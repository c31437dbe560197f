/** One arrival of a visitor, as attribution sees it. Of two at the same instant the one with the lower id is earlier. */
export interface Touch {
  id: string
  at: Date
  channel: string
}

export const touchesByTime = (a: Touch, b: Touch): number =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id))
