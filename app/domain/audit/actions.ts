import type { ApiScope } from '../access/api-scopes'
import type { StaffRole } from '../access/permissions'

/** Every action that the audit records, and the kind of subject that it is done to. */
export const AUDIT_SUBJECTS = {
  'document.create': 'document',
  'document.import': 'document',
  'document.save': 'document',
  'document.discard': 'document',
  'document.publish': 'document',
  'document.roll-back': 'document',
  'document.retire': 'document',
  'document.restore': 'document',
  'document.delete': 'document',
  'document.ask-review': 'document',
  'document.withdraw-review': 'document',
  'document.approve': 'document',
  'document.send-back': 'document',
  'document.schedule': 'document',
  'document.cancel-schedule': 'document',
  'document.schedule-failed': 'document',
  'document.comment': 'document',
  'document.resolve-comment': 'document',
  'medium.add': 'medium',
  'medium.describe': 'medium',
  'medium.remove': 'medium',
  'person.sign-in': 'person',
  'person.sign-in-failed': 'person',
  'person.sign-out': 'person',
  'person.create': 'person',
  'person.change-password': 'person',
  'person.change-password-failed': 'person',
  'simulated.remove': 'trial',
  'visitor.erase': 'visitor',
  'conversion.withdraw': 'conversion',
  'conversion.match': 'conversion',
  'conversion.import': 'conversion',
  'cost.create': 'cost',
  'cost.change': 'cost',
  'cost.remove': 'cost',
  'cost.restore': 'cost',
  'cost.import': 'cost',
  'ask.answered': 'ask',
  'ask.new': 'ask',
  'ask.assign': 'ask',
  'ask.note': 'ask',
  'feedback.change': 'feedback',
  'mail.send-again': 'mail',
  'key.create': 'key',
  'key.revoke': 'key',
  'retention.purge': 'retention',
  'trial.judge-flagged': 'trial',
  'trial.judge-cleared': 'trial',
  'trial.judge-none': 'trial',
  'trial.note': 'trial',
  'trial.change-note': 'trial',
  'trial.remove-note': 'trial',
  'trial.restore-note': 'trial',
  'farm.dismiss': 'farm',
  'farm.restore': 'farm',
  'target.set': 'stage',
  'target.undo': 'stage',
  'split.start': 'split',
  'split.stop': 'split',
  'account.create': 'account',
  'account.remove': 'account',
  'account.merge': 'account',
  'account.unmerge': 'account',
  'account.split': 'account',
  'account.remove-members': 'account',
  'account.put-back': 'account',
  'account.add-domain': 'account',
  'account.remove-domain': 'account',
  'account.invite': 'account',
  'account.revoke-invitation': 'account',
  'board.export': 'board',
  'funnel.save': 'funnel',
  'funnel.remove': 'funnel',
  'funnel.restore': 'funnel',
  'segment.save': 'segment',
  'segment.remove': 'segment',
  'segment.restore': 'segment',
  'alert.see': 'alert',
  'alert.switch-on': 'alert',
  'alert.switch-off': 'alert',
  'webhook.create': 'webhook',
  'webhook.remove': 'webhook',
  'share.create': 'share',
  'share.revoke': 'share',
  'board-mail.create': 'board-mail',
  'board-mail.pause': 'board-mail',
  'board-mail.resume': 'board-mail',
  'board-mail.remove': 'board-mail',
} as const

export type AuditAction = keyof typeof AUDIT_SUBJECTS

export const isAuditAction = (action: string): action is AuditAction => Object.hasOwn(AUDIT_SUBJECTS, action)

type NoData = Record<never, never>
/** A remark that the audit page shows below the entry. */
interface Noted {
  note: string
}
interface OfDocument {
  kind: string
  slug: string
}
interface OfCost {
  channel: string
  source: string
  campaign: string
  firstDay: string
  lastDay: string
  value: number
  currency: string
  reference: string
}
interface Judged extends Partial<Noted> {
  before: string
  flags: readonly string[]
}

/** What an entry keeps beside who, what and when. It outlives visitors, so it names none of them. */
export interface AuditData extends Record<AuditAction, object> {
  'document.create': OfDocument
  'document.import': OfDocument & ({ revision: number } | { refused: true })
  'document.save': OfDocument & { draftVersion: number; files: readonly string[] }
  'document.discard': OfDocument & { revision: number }
  'document.publish': OfDocument & Noted & { revision: number; draftVersion: number; scheduledBy?: string }
  'document.roll-back': OfDocument & Noted & { revision: number; from: number }
  'document.retire': OfDocument & { instead?: string }
  'document.restore': OfDocument
  'document.delete': OfDocument & { draftVersion: number }
  'document.ask-review': OfDocument & Noted & { draftVersion: number }
  'document.withdraw-review': OfDocument
  'document.approve': OfDocument & Noted & { draftVersion: number }
  'document.send-back': OfDocument & Noted & { draftVersion: number }
  'document.schedule': OfDocument & Noted & { what: 'publish' | 'retire'; at: string }
  'document.cancel-schedule': OfDocument & { what: 'publish' | 'retire' }
  'document.schedule-failed': OfDocument & { what: 'publish' | 'retire'; refusal: string }
  'document.comment': OfDocument & { file: string }
  'document.resolve-comment': OfDocument
  'medium.add': Noted
  'medium.describe': NoData
  'medium.remove': Noted
  'person.sign-in': NoData
  'person.sign-in-failed': Partial<Noted>
  'person.sign-out': NoData
  'person.create': { roles: readonly StaffRole[] }
  'person.change-password': NoData
  'person.change-password-failed': Partial<Noted>
  'simulated.remove': { trials: number; visitors: number }
  'visitor.erase': { signature: string }
  'conversion.withdraw': Partial<Noted> & { goal: string }
  'conversion.match': { goal: string }
  'conversion.import': { file: string; hash: string }
  'cost.create': OfCost
  'cost.change': OfCost
  'cost.remove': OfCost
  'cost.restore': NoData
  'cost.import': { file: string; hash: string }
  'ask.answered': { kind: string }
  'ask.new': { kind: string }
  'ask.assign': { kind: string }
  'ask.note': { kind: string }
  'feedback.change': { states: readonly string[]; items: number }
  'mail.send-again': NoData
  'key.create': { name: string; scopes: readonly ApiScope[] }
  'key.revoke': { name: string }
  'retention.purge': { traces: readonly string[]; trials: number; visitors: number }
  'trial.judge-flagged': Judged
  'trial.judge-cleared': Judged
  'trial.judge-none': Judged
  'trial.note': NoData
  'trial.change-note': NoData
  'trial.remove-note': NoData
  'trial.restore-note': NoData
  'farm.dismiss': Partial<Noted>
  'farm.restore': Partial<Noted>
  'target.set': { version: number; target: number | null; holdsFrom: string }
  'target.undo': { version: number }
  'split.start': OfDocument & { name: string; control: number; variant: number | null; share: number }
  'split.stop': OfDocument & Noted & { name: string }
  'account.create': Noted
  'account.remove': Noted
  'account.merge': Noted & { into: string }
  'account.unmerge': Noted & { parent: string }
  'account.split': Noted & { into: string; moved: number }
  'account.remove-members': { visitors: number }
  'account.put-back': { visitors: number }
  'account.add-domain': Noted & { joined: number }
  'account.remove-domain': Noted
  'account.invite': NoData
  'account.revoke-invitation': NoData
  'board.export': Noted & { parameters: Readonly<Record<string, string>> }
  'funnel.save': Noted & { version: number }
  'funnel.remove': Noted
  'funnel.restore': Noted
  'segment.save': Noted & { version: number }
  'segment.remove': Noted
  'segment.restore': Noted
  'alert.see': NoData
  'alert.switch-on': NoData
  'alert.switch-off': NoData
  'webhook.create': Noted
  'webhook.remove': Noted
  'share.create': Noted & { parameters: Readonly<Record<string, string>>; isFrozen: boolean }
  'share.revoke': Noted
  'board-mail.create': Noted & { readers: number }
  'board-mail.pause': Noted
  'board-mail.resume': Noted
  'board-mail.remove': Noted
}
