import { NamedIcon } from '~/ui/named-icon'

/** The icon of an entry of the simulated product's navigation. */
export function NavIcon({ name }: { name: string | null }) {
  return <NamedIcon name={name} className="size-4 shrink-0 opacity-80" />
}
