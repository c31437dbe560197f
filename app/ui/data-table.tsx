import type { HTMLAttributes, ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react'
import { classNames } from './class-names'

/** A table. On a narrow screen it scrolls sideways and can be reached by keyboard. */
export function DataTable({
  label,
  children,
  className,
}: {
  label: string
  children: ReactNode
  className?: string
}) {
  return (
    // A scrolling element must be focusable, or it cannot be scrolled by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" aria-label={label} tabIndex={0} className={classNames('overflow-x-auto', className)}>
      <table className="w-full border-collapse text-left text-sm">{children}</table>
    </div>
  )
}

interface Numeric {
  /** Aligns right, with tabular figures. */
  numeric?: boolean
}

export function HeadCell({ numeric, className, ...rest }: ThHTMLAttributes<HTMLTableCellElement> & Numeric) {
  return (
    <th
      scope="col"
      className={classNames(
        'border-b border-line px-3 py-2 text-xs font-medium whitespace-nowrap text-faint first:pl-0 last:pr-0',
        numeric && 'text-right',
        className,
      )}
      {...rest}
    />
  )
}

export function Row({ className, ...rest }: HTMLAttributes<HTMLTableRowElement>) {
  return <tr className={classNames('border-b border-line last:border-0', className)} {...rest} />
}

export function Cell({ numeric, className, ...rest }: TdHTMLAttributes<HTMLTableCellElement> & Numeric) {
  return (
    <td
      className={classNames(
        'px-3 py-2.5 first:pl-0 last:pr-0',
        numeric && 'text-right tabular-nums',
        className,
      )}
      {...rest}
    />
  )
}
