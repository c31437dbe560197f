/** The state of a message. */
export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const
