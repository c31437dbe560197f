import { useMachine } from '@xstate/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { compileDemo } from '~/domain/demo/engine/compile'
import { Ways } from '~/domain/demo/engine/way/ways'
import { browserClock } from '../client/queue-clock'
import type { QueueStatus } from '../client/trial-queue'
import { trialTime } from '../client/trial-time'
import type { Connect, Connection } from './connection'
import { findHint } from '../guide/find-hint'
import { findJump } from '../chapters/find-jump'
import type { PlayerPorts } from './player-machine'
import { playerMachine } from './player-machine'
import type { PlayerSession } from './session'

const NEVER: Connection = {
  unsent: [],
  report: () => {},
  flush: async () => true,
  reload: async () => [],
  activeMs: () => 0,
  close: () => {},
}

/** The stored events of this device cannot be read: playing on could lose steps. */
const UNREACHED: Connection = {
  ...NEVER,
  flush: async () => false,
  reload: () => Promise.reject(new Error('The trial has no connection.')),
}

/**
 * Runs one trial in this page. With `connect` every step is sent to the server, after the unsent steps of an
 * earlier page; without it nothing leaves the page, as in a preview. Give the component a new `key` for another
 * trial.
 */
export function usePlayer(session: PlayerSession, connect: Connect | null) {
  const compiled = useMemo(() => compileDemo(session.demo), [session.demo])
  const ways = useMemo(() => session.ways && new Ways(compiled, session.ways), [compiled, session.ways])
  const connection = useRef<Connection>(NEVER)
  const clock = useRef<() => number>(() => session.elapsedMs)
  const [status, setStatus] = useState<QueueStatus>('saved')
  const ports = useMemo<PlayerPorts>(
    () => ({
      now: () => clock.current(),
      report: (taken) => connection.current.report(taken),
      reload: () => connection.current.reload(),
      findHint,
      findJump,
    }),
    [],
  )
  const [state, send] = useMachine(playerMachine, {
    input: {
      ...{ compiled, ways, ports },
      ...{ start: session.start, events: session.events, awaitsRestore: connect !== null },
    },
  })

  useEffect(() => {
    clock.current = trialTime(session.elapsedMs, browserClock)
    if (connect === null) return
    let left = false
    const opening = connect({
      trialId: session.trialId,
      lastSeq: session.events[session.events.length - 1]?.seq ?? 0,
      onRefused: () => send({ type: 'SERVER_REFUSED' }),
      onStatus: setStatus,
    })
    opening.then(
      (opened) => {
        if (left) return opened.close()
        connection.current = opened
        send({ type: 'RESTORED', events: opened.unsent })
      },
      () => {
        if (left) return
        connection.current = UNREACHED
        send({ type: 'SERVER_REFUSED' })
      },
    )
    return () => {
      left = true
      connection.current.close()
      connection.current = NEVER
    }
    // A player is created for one trial, so its session is read once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connect])

  return {
    state,
    send,
    status,
    flush: () => connection.current.flush(),
    /** Trial time in milliseconds. */
    trialMs: () => clock.current(),
    activeMs: () => session.activeMs + connection.current.activeMs(),
  }
}

export type PlayerHandle = ReturnType<typeof usePlayer>
