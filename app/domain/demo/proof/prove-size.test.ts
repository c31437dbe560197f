import { expect, test } from 'vitest'
import { button, compiledDemo, screen } from '#tests/support/small-demo'

import { prove } from './prove'

/** Forty states on which nine switches can be thrown: 40 × 2⁹ configurations, and the end for each way to throw them. */
function switchboard() {
  const ids = Array.from({ length: 40 }, (_, index) => `s${index}`)
  const switches = Array.from({ length: 9 }, (_, index) => ({
    id: `w${index}`,
    name: `Switch ${index}`,
    on: false,
  }))
  const states = ids.map((id, index) => {
    const next = ids[index + 1]
    const flip =
      index % 10 === 0
        ? { FLIP: { do: [{ patch: 'world.switches', where: 'row.id == event.id', with: { on: 'true' } }] } }
        : {}
    return [id, { screen: 'main', on: { NEXT: next ?? 'end', BACK: 's0', ...flip } }] as const
  })
  const table = {
    table: {
      rows: 'world.switches',
      columns: [{ label: { en: 'Switch' }, value: 'row.name' }],
      rowActions: [{ label: { en: 'Flip' }, send: 'FLIP', if: '!row.on' }],
    },
  }
  return compiledDemo({
    world: { switches },
    screens: { main: screen('Main', table, button('NEXT'), button('BACK')) },
    states: { ...Object.fromEntries(states), end: { final: 'success' } },
    tasks: { all: { title: { en: 'All on' }, done: 'world.switches.all(w, w.on)', weight: 1 } },
  })
}

test(
  'twenty thousand configurations of forty states are proven, and counted exactly',
  { timeout: 60_000 },
  () => {
    const proof = prove(switchboard(), { maxConfigurations: 30_000, maxMs: 55_000 })
    expect(proof.status).toBe('proven')
    expect(proof.runs[0]?.configurations).toBe(40 * 512 + 512)
    expect(proof.runs[0]?.ideal?.events).toHaveLength(9 + 40)
  },
)
