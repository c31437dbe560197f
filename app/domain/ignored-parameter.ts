/** A part of an address that says nothing sensible: the page goes without it, and says so. */
export interface IgnoredParameter {
  name: string
  value: string
}
