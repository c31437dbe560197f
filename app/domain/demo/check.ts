import type { CheckContext } from './checks/check-context'
import { checkBlocks } from './checks/check-blocks'
import { checkClock } from './checks/check-clock'
import { checkEntitlements } from './checks/check-entitlements'
import { checkDuplicates } from './checks/check-duplicates'
import { checkEvents } from './checks/check-events'
import { checkExpressions } from './checks/check-expressions'
import { checkFiles } from './checks/check-files'
import { checkFree } from './checks/check-free'
import { checkForms } from './checks/check-forms'
import { checkLocales } from './checks/check-locales'
import { checkMachine } from './checks/check-machine'
import { checkRowIds } from './checks/check-row-ids'
import { checkSize } from './checks/check-size'
import { checkWorldPaths } from './checks/check-world-paths'
import type { FoundProblem } from './checks/found-problem'
import type { Demo } from './schema'

export type { CheckContext } from './checks/check-context'

/** What is wrong with a demo whose shape is right: references, events, forms, expressions, languages. */
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
