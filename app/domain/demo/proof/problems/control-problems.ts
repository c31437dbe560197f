import type { ExploredRun } from '../explored-run'
import type { Finding } from '../finding'

/**
 * Controls that were shown in states where no transition takes what they send: one finding for each control, naming
 * all such states.
 */
export function idleControlProblems(runs: readonly ExploredRun[]): Finding[] {
  const found = new Map<string, Finding & { code: 'control-without-taker' }>()
  for (const [id, { control, states }] of runs.flatMap(({ sightings }) => [...sightings.idle])) {
    const known = found.get(id)?.details.states ?? []
    const named = [...new Set([...known, ...states])]
    found.set(id, {
      code: 'control-without-taker',
      at: id,
      severity: 'warning',
      details: { event: control.send, screen: control.screen, states: named },
    })
  }
  return [...found.values()]
}
