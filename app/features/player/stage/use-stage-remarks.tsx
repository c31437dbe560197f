import { useState } from 'react'
import type { Elements } from '~/ui/elements'
import { RemarkBar } from '../remarks/components/remark-bar'
import type { Remark } from '../remarks/remark'
import type { RemarkMoment } from '../remarks/use-remarks'
import { useRemarks } from '../remarks/use-remarks'
import type { PlayerHandle } from './use-player'

export interface StageRemarks {
  trialId: string
  /** What was said of this trial before; without it nothing can be said, as in a preview. */
  said: readonly Remark[] | undefined
  /** Renders the dialog in which a person is asked, at a moment of the trial. */
  askPerson: ((moment: RemarkMoment, onClose: () => void) => Elements) | undefined
}

const NOTHING: readonly Remark[] = []

/** What the prospect can say of the present step, and the question to a person when it is open. */
export function useStageRemarks(player: PlayerHandle, { trialId, said, askPerson }: StageRemarks) {
  const { run } = player.state.context
  const momentOf = () => ({ state: run.lastState, seq: run.events, at: player.trialMs() })
  const remarks = useRemarks(said ? trialId : null, said ?? NOTHING, momentOf)
  const [asking, setAsking] = useState<RemarkMoment | null>(null)
  const onAsk = said && askPerson ? () => setAsking(momentOf()) : null
  return {
    onAsk,
    bar: said && <RemarkBar remarks={remarks} onAsk={onAsk} />,
    dialog: asking && askPerson?.(asking, () => setAsking(null)),
  }
}
