/** One finding of a sign-up farm, as a page gets it. */
export interface FarmView {
  id: string
  kind: 'network' | 'domain'
  /** The disposable domain; null for a network, whose name is not shown. */
  domain: string | null
  foundAt: Date
  trials: number
}
