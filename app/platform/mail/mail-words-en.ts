import type { AskFacts, MailLanguage } from './mail-language'

const KINDS: Record<AskFacts['kind'], string> = {
  quote: 'a quote',
  'sign-up': 'a sign-up',
  question: 'an answer',
  call: 'a call',
}

export const MAIL_EN: MailLanguage = {
  verifyAddress: ({ center, href, code, hours }) => ({
    subject: `Confirm your address for ${center}`,
    lines: [
      `Someone entered this address in the experience center of ${center}. If it was you, open this link in the browser you want to use:`,
    ],
    link: { label: 'Confirm in this browser', href },
    after: [
      `Did you enter it in another browser? Enter this code there, under “My trials”: ${code}`,
      `The link and the code work once each, for ${hours} hours. Do not share them.`,
      'If it was not you, ignore this message. Unless you confirm, nobody can see anything about this address.',
    ],
  }),
  newAsk: ({ center, href, kind, name, company, email, plan, message }) => ({
    subject: `${company} asks for ${KINDS[kind]}`,
    lines: [
      `${name} of ${company} asks for ${KINDS[kind]} in the experience center of ${center}.`,
      `Email: ${email}`,
      ...(plan ? [`Plan: ${plan}`] : []),
      ...(message ? [message] : []),
    ],
    link: { label: 'Open the request', href },
    after: ['You receive this because your address is in the settings of the experience center.'],
  }),
  manyAsks: ({ center, href, most }) => ({
    subject: `More than ${most} requests in ${center} this hour`,
    lines: [
      `More than ${most} requests arrived this hour in the experience center of ${center}. You will get no more messages this hour. All requests are in the inbox.`,
    ],
    link: { label: 'Open the inbox', href },
    after: ['You receive this because your address is in the settings of the experience center.'],
  }),
}
