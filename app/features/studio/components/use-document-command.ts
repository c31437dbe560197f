import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import type { CommandResult, DocumentIntent } from '../document-commands'

type Fields = Record<string, unknown>

export interface DocumentCommand {
  isBusy: boolean
  result: CommandResult | null
  run: (intent: DocumentIntent, fields?: Fields) => void
}

/** Sends one kind of command to the document's page and hands its result over once. */
export function useDocumentCommand(key: string, onResult?: (result: CommandResult) => void): DocumentCommand {
  const fetcher = useFetcher<CommandResult>({ key })
  const handed = useRef<CommandResult | undefined>(fetcher.data)
  const hand = useRef(onResult)
  hand.current = onResult
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data || fetcher.data === handed.current) return
    handed.current = fetcher.data
    hand.current?.(fetcher.data)
  }, [fetcher.state, fetcher.data])
  const { submit } = fetcher
  const run = useCallback(
    (intent: DocumentIntent, fields: Fields = {}) =>
      void submit(JSON.stringify({ ...fields, intent }), { method: 'post', encType: 'application/json' }),
    [submit],
  )
  return { isBusy: fetcher.state !== 'idle', result: fetcher.data ?? null, run }
}
