/** Chinese characters are about twice as wide as Latin letters. */
const widthOf = (character: string): number => (/[\u2e80-\u9fff\uff00-\uffef]/u.test(character) ? 2 : 1)

const widthOfText = (text: string): number =>
  [...text].reduce((sum, character) => sum + widthOf(character), 0)

/**
 * Wraps a title into at most two lines of about `room` Latin letters, for SVG, which does not wrap text. Breaks at
 * spaces where possible; the rest ends in an ellipsis.
 */
export function wrapTitle(title: string, room: number): string[] {
  if (widthOfText(title) <= room) return [title]
  const first = cutAt(title, room)
  const rest = title.slice(first.length).trim()
  return [first.trim(), widthOfText(rest) <= room ? rest : `${take(rest, room - 1).trim()}…`]
}

function cutAt(title: string, room: number): string {
  const fitting = take(title, room)
  if (title[fitting.length] === ' ') return fitting
  const space = fitting.lastIndexOf(' ')
  return space > 0 ? fitting.slice(0, space) : fitting
}

function take(text: string, room: number): string {
  let [taken, width] = ['', 0]
  for (const character of text) {
    width += widthOf(character)
    if (width > room) return taken
    taken += character
  }
  return taken
}
