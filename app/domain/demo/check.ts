import type { Locale } from '../text'
import { checkBlocks } from './check-blocks'
import { checkEvents } from './check-events'
import { checkExpressions } from './check-expressions'
import { checkFiles } from './check-files'
import { checkForms } from './check-forms'
import { checkLocales } from './check-locales'
import { checkMachine } from './check-machine'
import { checkRowIds } from './check-row-ids'
import { checkWorldPaths } from './check-world-paths'
import type { FoundProblem } from './found-problem'
import type { Demo } from './schema'

/** What is known of the surroundings of a demo. What is absent is not checked. */
export type CheckContext = {
  /** Guides beside the demo, with the languages in which each is written. */
  guides?: ReadonlyMap<string, readonly Locale[]>
  /** Names of the pictures beside the demo. */
  images?: readonly string[]
  /** Ids of the plan features. */
  features?: readonly string[]
  /** Languages in which every text should be; those of the demo's title when absent. */
  locales?: readonly Locale[]
}

/** What is wrong with a demo whose shape is right: references, events, forms, expressions, languages. */
export function checkDemo(demo: Demo, context: CheckContext = {}): FoundProblem[] {
  return [
    ...checkMachine(demo),
    ...checkBlocks(demo),
    ...checkEvents(demo),
    ...checkForms(demo),
    ...checkRowIds(demo),
    ...checkWorldPaths(demo),
    ...checkExpressions(demo),
    ...checkFiles(demo, context),
    ...checkLocales(demo, context.locales),
  ]
}
