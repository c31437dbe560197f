import { Button } from '~/ui/button'

/** A quiet button of an icon, named for who cannot see it. */
export function IconButton({
  label,
  onPress,
  disabled = false,
  children,
}: {
  label: string
  onPress: () => void
  disabled?: boolean
  children: JSX.Element
}) {
  return (
    <Button tone="quiet" size="small" aria-label={label} title={label} disabled={disabled} onClick={onPress}>
      {children}
    </Button>
  )
}
