/**
 * How often two equal sides look different at the 5% level at least once when somebody looks again and again and stops
 * at the first clear result (P. Armitage, C. K. McPherson and B. C. Rowe, JRSS A 132, 1969, table 2).
 */
const FALSE_ALARMS: readonly (readonly [looks: number, share: number])[] = [
  [1, 0.05],
  [2, 0.083],
  [3, 0.107],
  [4, 0.126],
  [5, 0.142],
  [10, 0.193],
  [20, 0.248],
  [50, 0.32],
  [100, 0.374],
]

/** The share of false alarms after so many looks, of the next number that the published table has. */
export function falseAlarms(looks: number): number {
  const row = FALSE_ALARMS.find(([upTo]) => looks <= upTo) ?? FALSE_ALARMS[FALSE_ALARMS.length - 1]
  return row?.[1] ?? 0
}
