import { UNDO_EVENT, isHelpEvent } from './help-events'
import type { RunEvent } from './run-state'

/** The steps of a trace that stand, shown ones included: what undoing takes back is left out, and so is help. */
export function standingSteps<Event extends Pick<RunEvent, 'type' | 'by'>>(
  events: readonly Event[],
): Event[] {
  const standing: Event[] = []
  for (const event of events) {
    if (event.type === UNDO_EVENT) dropLastOwn(standing)
    else if (!isHelpEvent(event.type)) standing.push(event)
  }
  return standing
}

function dropLastOwn(standing: { by?: 'shown' | undefined }[]): void {
  let dropped = standing.pop()
  while (dropped?.by === 'shown') dropped = standing.pop()
}
