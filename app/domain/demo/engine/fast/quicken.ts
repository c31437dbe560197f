import type { Program } from '../../expression/expression'
import { GAVE_UP, quickly } from './expression-quick'

/**
 * The same program, evaluated by the shortcut where that can. The library looks at the types of an expression when it is
 * first evaluated; until it found them right, it evaluates.
 */
export function quicken(program: Program): Program {
  const { tree, run } = program
  const quick = quickly(tree)
  if (!quick) return program
  return {
    ...program,
    run: (scope, given) => {
      const value = tree.checkedType === undefined ? GAVE_UP : quick(scope)
      return value === GAVE_UP ? run(scope, given) : value
    },
  }
}
