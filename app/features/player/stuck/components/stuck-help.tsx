import { useFetcher } from '@remix-run/react'
import { useEffect } from 'react'
import { paths } from '~/paths'
import type { StuckAnswer } from './stuck-note'
import { StuckNote } from './stuck-note'

interface StuckHelpProps {
  trialId: string
  tips: readonly string[]
  /** What help is searched for, the nearest first: the screen, the state, the demo. */
  about: readonly string[]
  onAsk: (() => void) | null
  onClose: () => void
}

const NONE: readonly StuckAnswer[] = []

/** The offer of help, with the help posts that may answer; without a connection it goes without them. */
export function StuckHelp({ trialId, tips, about, onAsk, onClose }: StuckHelpProps) {
  const fetcher = useFetcher<{ answers: StuckAnswer[] }>()
  const address = paths.answers(trialId, about)
  const { load } = fetcher
  useEffect(() => {
    if (navigator.onLine) load(address)
  }, [load, address])
  return <StuckNote tips={tips} answers={fetcher.data?.answers ?? NONE} onAsk={onAsk} onClose={onClose} />
}
