/** What the studio writes to the audit. Each has a sentence in the `studio` texts. */
export const DOCUMENT_AUDIT_ACTIONS = [
  'document.create',
  'document.import',
  'document.save',
  'document.discard',
  'document.publish',
  'document.roll-back',
  'document.retire',
  'document.restore',
] as const

export type DocumentAuditAction = (typeof DOCUMENT_AUDIT_ACTIONS)[number]
