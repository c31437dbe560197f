import type { Claim, ListedConversion } from '#db/queries/conversion-list'

/** What stands out about a conversion. */
interface ConversionTiming {
  late: boolean
  /** After the conversion window of its trial: not counted on boards. */
  outside: boolean
}

/** A visitor who typed the address of a conversion, with the title of their demo. */
export type ClaimView = Claim & { demoTitle: string }

export type ConversionView = ListedConversion &
  ConversionTiming & { demoTitle: string | null; claims: ClaimView[] }

const DAY_MS = 24 * 60 * 60 * 1000

/** Adds to each conversion what the list shows. `windowDays` is the workspace's. */
export function conversionViews(
  conversions: readonly (ListedConversion & { claims: Claim[] })[],
  { windowDays, titles }: { windowDays: number; titles: ReadonlyMap<string, string> },
): ConversionView[] {
  return conversions.map((one) => ({
    ...one,
    late: one.recordedAt.getTime() - one.at.getTime() > DAY_MS,
    outside: isOutside(one, windowDays),
    demoTitle: one.demo === null ? null : (titles.get(one.demo) ?? one.demo),
    claims: one.claims.map((claim) => ({ ...claim, demoTitle: titles.get(claim.demo) ?? claim.demo })),
  }))
}

function isOutside({ at, trialStartedAt }: ListedConversion, windowDays: number): boolean {
  if (!trialStartedAt) return false
  const after = at.getTime() - trialStartedAt.getTime()
  return after < 0 || after > windowDays * DAY_MS
}
