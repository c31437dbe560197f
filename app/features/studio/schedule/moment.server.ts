import { readDay } from '~/domain/day'
import type { Day } from '~/domain/day'
import { DomainError } from '~/domain/errors'
import { atTimeOfDay } from '~/domain/insight/time-of-day'
import type { Context } from '~/platform/context/context'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'

const MINUTE_MS = 60_000
const MOST_AHEAD_MS = 2 * 366 * 24 * 60 * MINUTE_MS

/**
 * The instant of a moment that somebody typed, by the clocks of the workspace.
 * @throws DomainError `invalid-input` when it is over, too far ahead, or on no day
 */
export async function momentAhead(ctx: Context, local: string): Promise<Date> {
  const [day = '', clock = ''] = local.split('T')
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  if (readDay(day) === null) throw refusal('There is no such day.')
  const at = atTimeOfDay(day as Day, (hours * 60 + minutes) * MINUTE_MS, await workspaceTimeZone(ctx))
  const ahead = at.getTime() - ctx.now().getTime()
  if (ahead <= 0) throw refusal('This moment is over: choose a later one.')
  if (ahead > MOST_AHEAD_MS) throw refusal('Choose a moment within two years.')
  return at
}

const refusal = (message: string) => new DomainError('invalid-input', message, { at: 'at' })
