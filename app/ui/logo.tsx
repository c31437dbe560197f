/** Foyer's logo: an open door seen from inside. Decorative; the name is beside it. */
export function Logo({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} aria-hidden="true">
      <path
        d="M4 21V4.5C4 3.7 4.7 3 5.5 3h13c.8 0 1.5.7 1.5 1.5V21"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <path d="M8.5 21V7.2c0-.6.5-1 1.1-.9l6 1.3c.5.1.9.5.9 1V21Z" className="fill-accent" />
      <circle cx="11.2" cy="14.2" r="1" className="fill-on-accent" />
      <path d="M2.5 21h19" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  )
}
