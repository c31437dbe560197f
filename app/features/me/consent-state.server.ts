import { consentOf, refusesTracking } from '~/server/consent'
import type { Context } from '~/server/context'
import { workspaceSettings } from '~/server/workspace-settings'
import type { ConsentState } from './components/consent-choice'

/** How this workspace goes about consent, and what this request's browser said. */
export async function consentState(ctx: Context, headers: Headers): Promise<ConsentState> {
  const { consent: mode } = await workspaceSettings(ctx)
  return { mode, answer: consentOf(headers), refused: refusesTracking(headers) }
}
