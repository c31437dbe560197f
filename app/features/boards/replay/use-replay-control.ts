import { useState } from 'react'
import type { ReplayMark, ReplayMarkKind } from '~/domain/insight/replay-marks'
import { markBeside } from '~/domain/insight/replay-marks'
import type { PlaySpeed, Wait } from './play-speed'
import { PLAY_SPEEDS, isPlaySpeed, waitAt } from './play-speed'
import type { ReplayCommand } from './replay-keys'
import { useKeptSetting } from './use-kept-setting'
import { usePlayback } from './use-playback'
import { useReplayKeys } from './use-replay-keys'
import { useWantedStep } from './use-wanted-step'

interface Controlled {
  /** Trial time of each step, in ms. */
  times: readonly number[]
  marks: readonly ReplayMark[]
  current: number
  hrefOf: (step: number) => string
}

export interface ReplayControl {
  step: number
  last: number
  playing: boolean
  speed: PlaySpeed
  /** How long playback stays at the step. */
  wait: Wait
  /** What a jump found none of, so that it can be said. */
  missed: ReplayMarkKind | null
  helpOpen: boolean
  letters: boolean
  run: (command: ReplayCommand) => void
  go: (step: number) => void
  setSpeed: (speed: PlaySpeed) => void
  setHelpOpen: (open: boolean) => void
  setLetters: (on: boolean) => void
}

const ON = 'on'

/** What drives a replay: buttons, keys and time. */
export function useReplayControl({ times, marks, current, hrefOf }: Controlled): ReplayControl {
  const last = times.length - 1
  const { step, go, move } = useWantedStep(current, hrefOf)
  const [kept, setSpeed] = useKeptSetting('replay-speed', '1')
  const [letters, setLetters] = useKeptSetting('replay-letters', ON)
  const [missed, setMissed] = useState<ReplayMarkKind | null>(null)
  const [helpOpen, setHelpOpen] = useState(false)
  const speed = isPlaySpeed(kept) ? kept : '1'
  const wait = waitAt(speed, times[current] ?? 0, times[current + 1] ?? 0)
  const { playing, toggle, stop } = usePlayback({ current, last, waitMs: wait.ms, go })

  const walk = (next: (from: number) => number) => {
    stop()
    move((from) => Math.min(last, Math.max(0, next(from))))
  }
  const jump = (kind: ReplayMarkKind, back: boolean) => {
    const found = markBeside(marks, { kind, step, back })
    setMissed(found ? null : kind)
    if (found) walk(() => found.step)
  }
  const run = (command: ReplayCommand) => {
    if (command.do === 'jump') return jump(command.kind, command.back)
    setMissed(null)
    const acts: Record<typeof command.do, () => void> = {
      toggle,
      first: () => walk(() => 0),
      last: () => walk(() => last),
      back: () => walk((from) => from - 1),
      forward: () => walk((from) => from + 1),
      faster: () => setSpeed(speedBeside(speed, 1)),
      slower: () => setSpeed(speedBeside(speed, -1)),
      help: () => setHelpOpen(true),
    }
    acts[command.do]()
  }
  useReplayKeys(letters === ON, run)
  return {
    ...{ step, last, playing, speed, wait, missed, helpOpen, run, setSpeed, setHelpOpen },
    letters: letters === ON,
    go: (to) => walk(() => to),
    setLetters: (on) => setLetters(on ? ON : 'off'),
  }
}

const speedBeside = (speed: PlaySpeed, by: number): PlaySpeed =>
  PLAY_SPEEDS[PLAY_SPEEDS.indexOf(speed) + by] ?? speed
