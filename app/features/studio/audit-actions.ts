/** What the studio writes to the audit. */
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

/** Every deed that the audit page has words for; others are shown by their name. */
export const TOLD_AUDIT_ACTIONS: readonly string[] = [
  ...DOCUMENT_AUDIT_ACTIONS,
  'person.sign-in',
  'person.sign-in-failed',
  'person.sign-out',
  'person.create',
  'person.change-password',
  'person.change-password-failed',
  'simulated.remove',
  'visitor.erase',
  'conversion.withdraw',
  'conversion.match',
  'conversion.import',
  'key.create',
  'key.revoke',
  'retention.let-go',
  'trial.judge-flagged',
  'trial.judge-cleared',
  'trial.judge-none',
  'farm.dismiss',
  'farm.restore',
  'account.create',
  'account.rename',
  'account.remove',
  'account.merge',
  'account.unmerge',
  'account.split',
  'account.remove-members',
  'account.put-back',
  'account.add-domain',
  'account.remove-domain',
  'account.invite',
  'account.revoke-invitation',
]
