/** The values that the filter offers, from the trials of the range, and how many trials its two switches affect. */
export interface FilterChoices {
  demos: string[]
  revisions: number[]
  plans: string[]
  roles: string[]
  locales: string[]
  channels: string[]
  devices: string[]
  accounts: { id: string; name: string }[]
  simulated: number
  flagged: number
}
