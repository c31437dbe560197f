import { useEffect, useRef } from 'react'
import { chapterGoal } from '~/domain/demo/proof/chapter-goal'
import type { PlayerSession } from '../stage/session'
import type { CarriedTrial, JumpGoal } from './jump'
import type { PlayerHandle } from '../stage/use-player'

/** Where a trial is to begin, as its address says: at a state, at a chapter by its number from 1, or with another trial's steps. */
export interface Opening {
  state?: string | undefined
  chapter?: number | undefined
  trial?: CarriedTrial | undefined
}

/** The goal of an opening; null for the start. What the demo does not have is a state that no step leads to. */
function openingGoal(
  { state, chapter, trial }: Opening,
  { chapters }: Pick<PlayerSession, 'chapters'>,
): JumpGoal | null {
  if (trial !== undefined) return { trial }
  if (state !== undefined) return { state }
  const wanted = chapter === undefined ? undefined : chapters[chapter - 1]
  return wanted && wanted.from > 0 ? chapterGoal(chapters, wanted) : null
}

/** Shows the steps to where a trial is to begin, unless something was done in it already. */
export function useOpening(player: PlayerHandle, session: PlayerSession, opening: Opening | null): void {
  const { state, send } = player
  const isOpened = useRef(false)
  const isPlaying = state.matches('playing')
  const isFresh = state.context.run.events === 0
  useEffect(() => {
    if (!isPlaying || isOpened.current || opening === null) return
    isOpened.current = true
    const goal = isFresh ? openingGoal(opening, session) : null
    if (goal) send({ type: 'JUMP', goal })
  }, [isPlaying, isFresh, opening, session, send])
}
