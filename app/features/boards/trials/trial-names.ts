import type { ListedTrial } from '~/domain/insight/listed-trial'
import type { DemoNames } from '../figures/board-views'
import type { ValueNames } from '../filter/filter-fields'

/** The names of the parts of one listed trial. */
export interface TrialNames {
  demo: string
  plan: string
  role: string
  channel: string
  device: string
  locale: string
  lastState: string
}

export function trialNames(
  trial: ListedTrial,
  names: Record<string, DemoNames>,
  valueOf: ValueNames,
): TrialNames {
  const own = names[trial.demo]
  return {
    demo: own?.title ?? trial.demo,
    plan: own?.plans[trial.plan] ?? trial.plan,
    role: own?.roles[trial.role] ?? trial.role,
    channel: valueOf('channel', trial.channel),
    device: valueOf('device', trial.device),
    locale: valueOf('locale', trial.locale),
    lastState: own?.states[trial.lastState] ?? trial.lastState,
  }
}
