import { useEffect, useRef, useState } from 'react'
import { v4 as uuidv4 } from 'uuid'
import type { RemarkKind } from '~/domain/trial/remark'
import { openRemarks } from './open-remarks'
import type { RemarkClient } from './open-remarks'
import type { Remark, RemarkChange } from './remark'
import { withChanges } from './remark'

/** Where the trial is now. */
export type RemarkMoment = Pick<Remark, 'state' | 'seq' | 'at'>

export interface RemarkHandle {
  /** What was said in the present state; a state has one remark. */
  current: Remark | null
  /** The server refused the last one. */
  refused: boolean
  say(kind: RemarkKind): void
  write(text: string): void
  takeBack(): void
}

/** What the prospect says of the present state. It shows at once and is sent when it can be. */
export function useRemarks(
  /** Null: nothing can be said. */
  trialId: string | null,
  given: readonly Remark[],
  momentOf: () => RemarkMoment,
): RemarkHandle {
  const [said, setSaid] = useState(given)
  const [refused, setRefused] = useState(false)
  const client = useRef<Promise<RemarkClient> | null>(null)
  useEffect(() => {
    if (trialId === null) return
    const opening = openRemarks(trialId, ({ id }) => {
      setRefused(true)
      setSaid((before) => before.filter((one) => one.id !== id))
    })
    client.current = opening
    void opening.then(({ waiting }) => setSaid((before) => withChanges(before, waiting)))
    return () => void opening.then((opened) => opened.close())
  }, [trialId])
  const change = (id: string, remark: Remark | null): void => {
    if (trialId === null) return
    const one: RemarkChange = { trialId, id, remark }
    setRefused(false)
    setSaid((before) => withChanges(before, [one]))
    void client.current?.then((opened) => opened.change(one))
  }
  const { state } = momentOf()
  const current = said.find((one) => one.state === state) ?? null
  return {
    current,
    refused,
    say: (kind) => {
      const remark = { id: uuidv4(), text: '', ...current, ...momentOf(), kind }
      change(remark.id, remark)
    },
    write: (text) => {
      if (current && current.text !== text.trim()) change(current.id, { ...current, text: text.trim() })
    },
    takeBack: () => {
      if (current) change(current.id, null)
    },
  }
}
