/** The trial id in what a person pasted: the id itself, or the address of a page about it. */
export function trialIdIn(pasted: string): string {
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(pasted)?.[0] ?? ''
}
