import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/ui/button'

interface RowButtonProps {
  intent: 'remove' | 'restore'
  id: string
  version?: number
  /** What it does to which, for screen readers. */
  label: string
  children: ReactNode
}

/** Removes a saved query or puts it back. What is removed can come back, so nobody is asked twice. */
export function RowButton({ intent, id, version, label, children }: RowButtonProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <Button type="submit" name="intent" value={intent} tone="quiet" size="small" aria-label={label}>
        {children}
      </Button>
    </Form>
  )
}
