import type { ConfigurationKeys } from './configuration-keys'
import type { Control } from '../screen/control'
import { activeScreens, offeredControls } from '../screen/controls'
import { eventsOf, type OfferedEvent } from '../engine/offered-events'
import type { Run } from '../engine/run'

/** What can be pressed in one configuration. `screen` is equal where the same is shown. */
export type OfferedNow = {
  screen: string
  controls: readonly Control[]
  events: readonly OfferedEvent[]
  /** The controls by the event that they send. */
  senders: ReadonlyMap<string, readonly Control[]>
}

/** Most cached answers: with worlds that never repeat, keeping them all would only fill memory. */
const MAX_KEPT = 2_000

/**
 * Offered controls, computed once for each set of screens, role and world, of which many demos have far fewer than
 * configurations. For runs of one plan, start role and time.
 */
export class OfferedOnScreens {
  private readonly kept = new Map<string, OfferedNow>()

  constructor(private readonly keys: ConfigurationKeys) {}

  now(run: Run): OfferedNow {
    const screen = this.keys.screenKeyOf(run, activeScreens(run))
    const known = this.kept.get(screen)
    if (known) return known
    const controls = offeredControls(run)
    const offered = { screen, controls, events: eventsOf(controls), senders: bySend(controls) }
    if (this.kept.size >= MAX_KEPT) this.kept.clear()
    this.kept.set(screen, offered)
    return offered
  }
}

function bySend(controls: readonly Control[]): Map<string, Control[]> {
  const senders = new Map<string, Control[]>()
  for (const control of controls) senders.set(control.send, [...(senders.get(control.send) ?? []), control])
  return senders
}
