/** A query parameter that makes no sense: the page is shown without it, and says so. */
export interface IgnoredParameter {
  name: string
  value: string
}
