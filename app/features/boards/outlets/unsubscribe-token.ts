import { createHmac } from 'node:crypto'
import { hashLinkToken } from '~/platform/sign-in/link-token'

const PURPOSE = 'board-mail'

/** The token of a reader's link to unsubscribe: the same in every message, and known to the server's secret alone. */
export const unsubscribeToken = (secret: string, boardMailId: string, email: string): string =>
  createHmac('sha256', `${PURPOSE}:${secret}`).update(`${boardMailId}:${email}`).digest('base64url')

export const hashUnsubscribeToken = (token: string): string => hashLinkToken(PURPOSE, token)
