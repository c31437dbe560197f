import { error, type FoundProblem } from './found-problem'
import { openBlock } from '../format/open-block'
import type { Demo } from '../format/schema'
import type { State } from '../format/schema-machine'
import { eventsSent } from '../screen/screen-plan'
import { wouldBeRight } from '~/domain/suggest'

type PlacedEvent = { event: string; at: string }

function taken(states: Record<string, State>, at: string): PlacedEvent[] {
  return Object.entries(states).flatMap(([id, state]) => [
    ...Object.keys(state.on ?? {}).map((event) => ({ event, at: `${at}.${id}.on.${event}` })),
    ...taken(state.states ?? {}, `${at}.${id}.states`),
  ])
}

function sent(demo: Demo): PlacedEvent[] {
  return Object.entries(demo.screens).flatMap(([id, screen]) =>
    screen.blocks.flatMap((authored, index) => {
      const block = openBlock(authored)
      return eventsSent(block).map((event) => ({ event, at: `screens.${id}.blocks.${index}.${block.kind}` }))
    }),
  )
}

/** Controls that send what no state takes, and states that take what no control sends. */
export function checkEvents(demo: Demo): FoundProblem[] {
  const takes = taken(demo.machine.states, 'machine.states')
  const sends = sent(demo)
  const known = (list: readonly PlacedEvent[]) => new Set(list.map((one) => one.event))
  const [takenNames, sentNames] = [known(takes), known(sends)]
  return [
    ...sends
      .filter(({ event }) => !takenNames.has(event))
      .map(({ event, at }) =>
        error('event-never-taken', at, `No state takes ${event}: ${wouldBeRight(event, takenNames)}`),
      ),
    ...takes
      .filter(({ event }) => !sentNames.has(event))
      .map(({ event, at }) =>
        error(
          'event-never-sent',
          at,
          `Nothing on any screen sends ${event}: ${wouldBeRight(event, sentNames)}`,
        ),
      ),
  ]
}
