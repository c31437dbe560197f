type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

interface Kept {
  control: Control
  /** Identifies a control of the page, in case the page was rendered again. */
  place: number
  /** Repeats the input on a control, so that the page receives its events. */
  give: (control: Control) => void
}

/**
 * Keeps what was typed and chosen before hydration. React does not know of it and would reset it to the server's values
 * at the next render. Returns a function that passes it on to the hydrated page.
 */
export function keepInput(): () => void {
  const kept = new Map<Control, Kept>()
  const note = () => {
    for (const [place, control] of controls().entries()) {
      const give = changeOf(control)
      if (give) kept.set(control, { control, place, give })
    }
  }
  note()
  const events = ['input', 'change'] as const
  for (const type of events) document.addEventListener(type, note, { capture: true })
  return () => {
    for (const type of events) document.removeEventListener(type, note, { capture: true })
    const all = controls()
    for (const { control, place, give } of kept.values()) {
      const target = control.isConnected ? control : all[place]
      if (target?.type === control.type && target.name === control.name) give(target)
    }
  }
}

const controls = (): Control[] => [...document.querySelectorAll<Control>('input, textarea, select')]

const UNTOLD = new Set(['hidden', 'file', 'submit', 'button', 'reset', 'image'])

/** How a control differs from what the server rendered; null when it does not. */
function changeOf(control: Control): Kept['give'] | null {
  if (UNTOLD.has(control.type)) return null
  if (control instanceof HTMLSelectElement) return choiceOf(control)
  if (control.type === 'radio' || control.type === 'checkbox') return pressOf(control as HTMLInputElement)
  const { value } = control
  return value === control.defaultValue ? null : (other) => retype(other as HTMLInputElement, value)
}

function choiceOf(select: HTMLSelectElement): Kept['give'] | null {
  const options = [...select.options]
  const opening = options.some((option) => option.defaultSelected)
    ? options.map((option) => option.defaultSelected)
    : options.map((_, index) => index === 0 && !select.multiple)
  const chosen = options.map((option) => option.selected)
  if (chosen.every((one, index) => one === opening[index])) return null
  return (other) => {
    for (const [index, option] of [...(other as HTMLSelectElement).options].entries())
      option.selected = chosen[index] ?? false
    other.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** Of a group of radio buttons, only the checked one counts. */
function pressOf({ type, checked, defaultChecked }: HTMLInputElement): Kept['give'] | null {
  if (checked === defaultChecked || (type === 'radio' && !checked)) return null
  return (other) => {
    ;(other as HTMLInputElement).checked = !checked
    other.click()
  }
}

/** React notices a value only when it differs from the one last set through the element itself. */
function retype(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const { selectionStart, selectionEnd } = control
  control.value = control.defaultValue
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value)
  if (selectionStart !== null && document.activeElement === control)
    control.setSelectionRange(selectionStart, selectionEnd)
  control.dispatchEvent(new Event('input', { bubbles: true }))
}
