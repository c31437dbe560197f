import type { DocumentKind } from '~/domain/content/kinds'
import type { SplitSideName } from '~/domain/insight/split/split-plan'

/**
 * What is known about the browser for which a page is rendered that others will be shown as well: nothing that tells two
 * of them apart.
 */
export interface SharedPage {
  /** The browser has an id: there may be trials to continue. */
  isKnown: boolean
  /** Messages that were dismissed in the browser. */
  dismissed: ReadonlySet<string>
  /** The side of each running split, by its id. */
  sides: ReadonlyMap<string, SplitSideName>
  /** Filled while the page is rendered: split documents that it shows, or leaves out for its side. */
  splits: { kind: DocumentKind; slug: string }[]
}
