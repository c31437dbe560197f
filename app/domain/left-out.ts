/** A part of an address that says nothing sensible: the page goes without it, and says so. */
export interface LeftOut {
  name: string
  value: string
}
