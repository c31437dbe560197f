import { Form } from '@remix-run/react'
import { classNames } from '~/ui/class-names'

/** A switch that reloads the page with one parameter changed; works without JavaScript. */
export function SwitchButton({
  name,
  on,
  label,
  params,
  action,
}: {
  name: 'flagged' | 'simulated'
  on: boolean
  label: string
  /** All other parameters of the page. */
  params: Record<string, string | undefined>
  action: string
}) {
  return (
    <Form method="get" action={action} preventScrollReset className="contents">
      {Object.entries(params).map(([key, value]) =>
        value === undefined || key === name ? null : (
          <input key={key} type="hidden" name={key} value={value} />
        ),
      )}
      <button
        name={name}
        value={on ? 'out' : 'in'}
        role="switch"
        aria-checked={on}
        className="inline-flex min-h-9 items-center gap-2 rounded-md text-sm text-muted hover:text-ink pointer-coarse:min-h-11"
      >
        <SwitchMark on={on} />
        <span>{label}</span>
      </button>
    </Form>
  )
}

function SwitchMark({ on }: { on: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 28 16" className="h-4 w-7 shrink-0">
      <rect width="28" height="16" rx="8" className={on ? 'fill-accent' : 'fill-line-strong'} />
      <circle cx={on ? 20 : 8} cy="8" r="6" className={classNames('fill-surface', 'transition-all')} />
    </svg>
  )
}
