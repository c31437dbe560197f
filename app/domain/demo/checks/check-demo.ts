import type { CheckContext } from './check-context'
import { checkBlocks } from './check-blocks'
import { checkClock } from './check-clock'
import { checkEntitlements } from './check-entitlements'
import { checkDuplicates } from './check-duplicates'
import { checkEvents } from './check-events'
import { checkExpressions } from './check-expressions'
import { checkFiles } from './check-files'
import { checkFree } from './check-free'
import { checkForms } from './check-forms'
import { checkLocales } from './check-locales'
import { checkMachine } from './check-machine'
import { checkRowIds } from './check-row-ids'
import { checkSize } from './check-size'
import { checkWorldPaths } from './check-world-paths'
import type { FoundProblem } from './found-problem'
import type { Demo } from '../format/schema'

export type { CheckContext } from './check-context'

/** Problems of a demo that fits the schema: references, events, forms, expressions, locales. */
export function checkDemo(demo: Demo, context: CheckContext = {}): FoundProblem[] {
  const tooLarge = checkSize(demo)
  if (tooLarge.length > 0) return tooLarge
  return [
    ...checkMachine(demo),
    ...checkDuplicates(demo),
    ...checkBlocks(demo),
    ...checkEntitlements(demo),
    ...checkEvents(demo),
    ...checkFree(demo),
    ...checkForms(demo),
    ...checkRowIds(demo),
    ...checkWorldPaths(demo),
    ...checkExpressions(demo),
    ...checkClock(demo),
    ...checkFiles(demo, context),
    ...checkLocales(demo, context.locales),
  ]
}
