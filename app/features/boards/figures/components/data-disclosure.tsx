import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** The numbers that a drawing shows, as a table, folded away. */
export function DataDisclosure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group text-sm">
      <summary className="inline-flex min-h-8 list-none items-center gap-1 text-xs text-faint hover:text-ink pointer-coarse:min-h-11">
        <ChevronRight aria-hidden="true" className="size-3.5 group-open:rotate-90" />
        <span>{label}</span>
      </summary>
      <div className="mt-2 max-h-96 overflow-y-auto">{children}</div>
    </details>
  )
}
