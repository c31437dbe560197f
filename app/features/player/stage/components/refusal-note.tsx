import { CircleAlert } from 'lucide-react'
import { useScreen } from './screen-context'

const belongs = (control: string, block: string) => control === block || control.startsWith(`${block}.`)

/** Shows at the block why the last press was refused. Forms show it at the field instead. */
export function RefusalNote({ block }: { block: string }) {
  const { refusal } = useScreen()
  if (refusal === null || refusal.field !== null || !belongs(refusal.control, block)) return null
  return (
    <p role="alert" className="flex items-start gap-2 bg-warn-soft px-4 py-2.5 text-sm text-ink">
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden="true" />
      <span>{refusal.message}</span>
    </p>
  )
}
