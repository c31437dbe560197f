import { useEffect, useMemo, useRef } from 'react'
import type { EditorDocument, ServedDocument } from '../../editor/components/document-view'
import { useDocumentCommand } from '../../documents/components/use-document-command'

/** The delay before asking again after a refusal, such as too many waiting checks. */
const AGAIN_MS = 5_000

/**
 * The document with the check results of its saved draft; requests them when the document was loaded before the
 * checks ended.
 */
export function useFindings(served: ServedDocument): EditorDocument {
  const { kind, slug, draftVersion } = served
  const { run, isBusy, result } = useDocumentCommand(`check ${kind}/${slug}`)
  const asked = useRef<number | null>(null)
  const isMissing = served.findings === null
  const answer = asked.current === draftVersion && !isBusy ? result : null
  useEffect(() => {
    if (!isMissing || isBusy || asked.current === draftVersion) return
    asked.current = draftVersion
    run('check')
  }, [isMissing, isBusy, draftVersion, run])
  useEffect(() => {
    if (!isMissing || !answer || answer.ok) return
    const timer = setTimeout(() => run('check'), AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isMissing, answer, run])
  const findings = served.findings ?? (answer?.ok ? (answer.findings ?? null) : null)
  return useMemo(
    () => ({ ...served, ...(findings ?? { problems: [], changes: [] }), isChecked: findings !== null }),
    [served, findings],
  )
}
