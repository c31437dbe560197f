/** One finding of a sign-up farm, as a page gets it. */
export interface FarmView {
  id: string
  kind: 'network' | 'domain'
  /** The throw-away domain; null for a network, whose name is nobody's business. */
  domain: string | null
  foundAt: Date
  trials: number
}
