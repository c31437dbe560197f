import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import type { ConversionSource } from '#db/schema/conversion'

/** The namespace of ids derived from external ids. */
const NAMESPACE = '5f1c0c0e-7d1f-4f0e-9c37-0d3a9a8b8f10'

/** The id of the conversion that another system calls `externalId`. */
export function idOfExternal(externalId: string): string {
  return uuidv5(`external:${externalId}`, NAMESPACE)
}

/**
 * The id of a conversion without an external id: derived from its content if that includes the time, so that reporting
 * it twice counts once; otherwise random. A file's content is the same however often it is imported.
 */
export function idOfReport(
  report: { externalId?: string | undefined; at?: string | undefined },
  { source }: { source: ConversionSource },
): string {
  if (report.externalId !== undefined) return idOfExternal(report.externalId)
  const isKnownAgain = report.at !== undefined || source === 'csv'
  return isKnownAgain ? uuidv5(`report:${JSON.stringify(report)}`, NAMESPACE) : uuidv7()
}
