import type { Executor } from '#db/client'
import { listDomainsOf, wasTypedBefore } from '#db/queries/contacts'
import { judgeTrialsOf } from '#db/queries/trial-signals'
import type { SignalName } from '~/domain/trial/signals'
import { dropping, noticing } from '~/domain/trial/signals'
import { isDisposable } from './email-domains'

/** Adds the signals of a visitor's typed addresses to their trials. */
export async function addAddressSignals(tx: Executor, visitorId: string, at: Date): Promise<void> {
  const names = await addressSignals(tx, visitorId)
  if (names.length > 0) await judgeTrialsOf(tx, visitorId, noticing(names, at))
}

/** A verified address does not count as repeated. */
export async function clearRepeatedAddress(tx: Executor, visitorId: string): Promise<void> {
  if (!(await wasTypedBefore(tx, visitorId))) await judgeTrialsOf(tx, visitorId, dropping('repeated-address'))
}

/** The signals that follow from the addresses a visitor typed, for their new trials. */
export async function addressSignals(tx: Executor, visitorId: string): Promise<SignalName[]> {
  const domains = await listDomainsOf(tx, visitorId)
  const signals: [SignalName, boolean][] = [
    ['repeated-address', await wasTypedBefore(tx, visitorId)],
    ['disposable-address', domains.some(isDisposable)],
  ]
  return signals.filter(([, holds]) => holds).map(([name]) => name)
}
