import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from './button'

interface PressTwiceProps {
  /** The label of the first button. */
  ask: ReactNode
  /** What will happen; shown after the first press. */
  warning: ReactNode
  /** The label of the confirm button. */
  go: ReactNode
  /** The `intent` that the confirm button posts to the page's action. */
  intent: string
}

/** A confirmation that works without JavaScript: the first press explains what will happen, the second does it. */
export function PressTwice({ ask, warning, go, intent }: PressTwiceProps) {
  return (
    <details className="grid gap-3">
      <summary className="inline-flex min-h-10 w-fit list-none items-center rounded-lg px-4 text-sm font-medium text-bad ring-1 ring-line-strong ring-inset hover:bg-bad-soft pointer-coarse:min-h-11">
        {ask}
      </summary>
      <Form method="post" className="mt-3 grid max-w-xl gap-3 rounded-xl bg-bad-soft p-4 text-sm">
        <p>{warning}</p>
        <Button type="submit" name="intent" value={intent} tone="danger" className="w-fit">
          {go}
        </Button>
      </Form>
    </details>
  )
}
