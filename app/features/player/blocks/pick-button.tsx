import type { ActionView, ValueView } from '~/domain/demo/screen/blocks/view-parts'
import { useScreen } from '../stage/components/screen-context'
import { Value } from './value'

/** Makes the surrounding positioned element clickable as a whole. Its label is its first value. */
export function PickButton({ action, view }: { action: ActionView; view: ValueView }) {
  const { interactive, send } = useScreen()
  if (!interactive) return <Value view={view} />
  return (
    <button
      type="button"
      data-control={action.id}
      onClick={() => send(action)}
      className="text-left font-medium text-accent after:absolute after:inset-0 hover:underline"
    >
      <Value view={view} />
    </button>
  )
}
