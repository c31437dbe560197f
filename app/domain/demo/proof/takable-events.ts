import type { CompiledDemo } from '../engine/compile'

/**
 * Which events a transition of the active states or their parents could take. Guards are not evaluated, so an event
 * that is missing here is certainly refused. Caches its answers.
 */
export function takableEvents(compiled: CompiledDemo): (states: readonly string[]) => ReadonlySet<string> {
  const own = new Map<string, string[]>()
  for (const { source, event } of compiled.transitions) {
    if (event !== null) own.set(source, [...(own.get(source) ?? []), event])
  }
  const known = new Map<string, ReadonlySet<string>>()
  return (states) => {
    const key = states.join(' ')
    const events =
      known.get(key) ??
      new Set(states.flatMap((id) => lineage(compiled, id)).flatMap((id) => own.get(id) ?? []))
    known.set(key, events)
    return events
  }
}

/** The state and its parents. */
function lineage(compiled: CompiledDemo, id: string): string[] {
  const parent = compiled.states.get(id)?.parent
  return parent ? [id, ...lineage(compiled, parent)] : [id]
}
