import { classNames } from '~/ui/class-names'

const SIZES = { small: 'size-6 text-[0.625rem]', medium: 'size-9 text-xs', large: 'size-16 text-xl' } as const

/** Up to two initials; the whole name when it is short and in a script without initials. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...(words[words.length - 1] ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

/** The avatar of a role. Decorative: the name is beside it. */
export function RoleAvatar({
  name,
  size,
  quiet = false,
}: {
  name: string
  size: keyof typeof SIZES
  quiet?: boolean
}) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-full font-semibold tracking-tight select-none',
        SIZES[size],
        quiet ? 'bg-sunken text-muted' : 'bg-accent-soft text-accent',
      )}
    >
      {initialsOf(name)}
    </span>
  )
}
