import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import type { CommandResult, DocumentIntent } from '../document-commands'

/** What a command sends beside its intent; null leaves a field out. */
type Fields = Record<string, string | number | null | undefined>

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
      // Multipart sends texts as they are; the other encoding makes three characters of many.
      void submit(formOf({ ...fields, intent }), { method: 'post', encType: 'multipart/form-data' }),
    [submit],
  )
  return { isBusy: fetcher.state !== 'idle', result: fetcher.data ?? null, run }
}

function formOf(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) form.set(name, String(value))
  }
  return form
}
