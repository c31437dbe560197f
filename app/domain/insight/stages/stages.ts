/**
 * What a growth lead is asked about, in the order of a visitor's way: who came, who got something done, who came back, who
 * brought others, who bought.
 */
export const STAGES = ['acquisition', 'activation', 'retention', 'referral', 'revenue'] as const
export type Stage = (typeof STAGES)[number]
