import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import type { EventData } from '~/domain/demo/screen/controls'
import type { Pointer } from './components/screen-context'

const sameData = (a: EventData, b: EventData): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}

/** True when pressing the control would take the step that the guide points at. */
export function pointsAt(pointer: Pointer | null, action: ActionView): boolean {
  if (pointer === null || action.locked !== null || pointer.type !== action.send) return false
  return sameData(pointer.data ?? {}, action.data ?? {})
}

/** True when the form sends the step's event, whatever its fields hold now. */
export function pointsAtForm(pointer: Pointer | null, submit: ActionView): boolean {
  return pointer !== null && submit.locked === null && pointer.type === submit.send
}
