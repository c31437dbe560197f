import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import type { ConversionSource } from '#db/schema/conversion'

/** Of ids that are made from names, so that the same name always means the same conversion. */
const NAMESPACE = '5f1c0c0e-7d1f-4f0e-9c37-0d3a9a8b8f10'

/** The id of the conversion that another system calls `externalId`. */
export function idOfExternal(externalId: string): string {
  return uuidv5(`external:${externalId}`, NAMESPACE)
}

/**
 * The id of a conversion without a name of its own: what was said of it, when that includes the moment, so that saying it
 * twice is the same as once; otherwise a new one each time. What a file says is the same however often the file comes.
 */
export function idOfReport(
  report: { externalId?: string | undefined; at?: string | undefined },
  { source }: { source: ConversionSource },
): string {
  if (report.externalId !== undefined) return idOfExternal(report.externalId)
  const isKnownAgain = report.at !== undefined || source === 'csv'
  return isKnownAgain ? uuidv5(`report:${JSON.stringify(report)}`, NAMESPACE) : uuidv7()
}
