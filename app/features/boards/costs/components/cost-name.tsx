import { useValueNames } from '../../filter/use-value-names'
import type { CostView } from '../cost-views'

/** What a cost was paid for: a channel, a source of it, a campaign of that. */
export function CostName({
  cost: { channel, source, campaign },
}: {
  cost: Pick<CostView, 'channel' | 'source' | 'campaign'>
}) {
  const nameOf = useValueNames([])
  const names = [nameOf('channel', channel), source, campaign].filter((name) => name !== '')
  return <span className="break-words">{names.join(' › ')}</span>
}
