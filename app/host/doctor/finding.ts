/** What an examination says of one part of an installation. */
export interface Finding {
  part: string
  /** `bad`: something does not work, or data is at risk. `warning`: it soon may. */
  state: 'good' | 'warning' | 'bad'
  /** One sentence. */
  says: string
  /** What to do; only of what is not good. */
  remedy?: string
}

export const good = (part: string, says: string): Finding => ({ part, state: 'good', says })
export const warning = (part: string, says: string, remedy: string): Finding => ({
  ...{ part, state: 'warning', says, remedy },
})
export const bad = (part: string, says: string, remedy: string): Finding => ({
  ...{ part, state: 'bad', says, remedy },
})
