import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from './button'

interface PressTwiceProps {
  /** What the first press asks for. */
  ask: ReactNode
  /** What will happen; shown when it is asked for. */
  warning: ReactNode
  /** What the second press does. */
  go: ReactNode
  /** The `intent` that the second press posts to the page's action. */
  intent: string
}

/** Two presses, with or without JavaScript: opening says what will happen, the button inside does it. */
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
