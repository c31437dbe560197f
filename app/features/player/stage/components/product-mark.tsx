import { classNames } from '~/ui/class-names'

/** The product's logo: its first letter in its own colour. The name is beside it. */
export function ProductMark({ name, className }: { name: string; className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={classNames('shrink-0', className)} aria-hidden="true">
      <rect width="20" height="20" rx="5" className="fill-accent" />
      <text x="10" y="14.2" textAnchor="middle" fontSize="12" fontWeight="700" className="fill-on-accent">
        {name.slice(0, 1).toUpperCase()}
      </text>
    </svg>
  )
}
