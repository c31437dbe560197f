/** Where a message stands. */
export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const
