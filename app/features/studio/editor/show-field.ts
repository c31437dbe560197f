import type { FileProblem } from '~/domain/content/checks/file-problem'

/** Moves to the field of the form that a problem is about, or to the nearest around it; false when there is none. */
export function showField({ file, at }: FileProblem): boolean {
  const field = placesOf(file, at)
    .map(findField)
    .find((found) => found !== null)
  if (!field) return false
  field.scrollIntoView({ block: 'center' })
  field.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true })
  return true
}

/** `tasks.pay.title.en`, `tasks.pay.title`, `tasks.pay` …; of a text the file stands before. */
function placesOf(file: string, at: string): string[] {
  const full = file.endsWith('.yaml') ? at : at === '' ? file : `${file}.${at}`
  const keys = full.split('.')
  return file.endsWith('.yaml')
    ? keys.map((_, index) => keys.slice(0, keys.length - index).join('.'))
    : [full, file]
}

function findField(place: string): HTMLElement | null {
  return place === '' ? null : document.querySelector<HTMLElement>(`[data-at="${CSS.escape(place)}"]`)
}
