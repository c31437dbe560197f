/** What the filter can be set to, from the trials of the range, and how many trials its two switches concern. */
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
