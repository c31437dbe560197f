import type { Comparison } from '~/domain/demo/compare/compare'
import type { ScreenView } from '~/domain/demo/screen/view'
import { viewScreen } from '~/domain/demo/screen/view'
import type { Locale } from '~/domain/text'

/** The maximum number of screens on a page, each a complete screen of the product. */
const MOST = 4

/** The screens of the steps that only one plan needs, before each step, by row index; the first few. */
export function loneScreens({ rows, left, right }: Comparison, locale: Locale): Record<number, ScreenView> {
  const lone = rows.flatMap(([i, j], row) => {
    const step = i === null && j !== null ? right.steps[j] : j === null && i !== null ? left.steps[i] : null
    return step ? [[row, step.before] as const] : []
  })
  return Object.fromEntries(lone.slice(0, MOST).map(([row, run]) => [row, viewScreen(run, locale)]))
}
