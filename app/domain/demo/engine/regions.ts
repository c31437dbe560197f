import type { CompiledDemo } from './compile'

/** One of the states that a parallel state runs side by side. */
export type Region = { id: string; parallel: string }

export function regionsOf({ states }: Pick<CompiledDemo, 'states'>): Region[] {
  return [...states.values()].flatMap((state) =>
    state.type === 'parallel' ? state.children.map((id) => ({ id, parallel: state.id })) : [],
  )
}

/** Whether a state is another one, or lies inside it. */
export function isWithin({ states }: Pick<CompiledDemo, 'states'>, id: string, ancestor: string): boolean {
  for (let at: string | null = id; at !== null; at = states.get(at)?.parent ?? null) {
    if (at === ancestor) return true
  }
  return false
}

/** Those of the leaves that lie inside a state. */
export function leavesWithin(
  compiled: Pick<CompiledDemo, 'states'>,
  leaves: readonly string[],
  ancestor: string,
): string[] {
  return leaves.filter((id) => isWithin(compiled, id, ancestor))
}
