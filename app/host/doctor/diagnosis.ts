/** What an examination says of one part of an installation. */
export interface Diagnosis {
  part: string
  /** `bad`: something does not work, or data is at risk. `warning`: it soon may. */
  state: 'good' | 'warning' | 'bad'
  /** One sentence. */
  says: string
  /** What to do; only of what is not good. */
  remedy?: string
}

export const fine = (part: string, says: string): Diagnosis => ({ part, state: 'good', says })
export const caution = (part: string, says: string, remedy: string): Diagnosis => ({
  ...{ part, state: 'warning', says, remedy },
})
export const broken = (part: string, says: string, remedy: string): Diagnosis => ({
  ...{ part, state: 'bad', says, remedy },
})
