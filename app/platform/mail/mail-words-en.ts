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
      `Somebody gave this address in the experience center of ${center}. If it was you, confirm it in the browser that you want to use:`,
    ],
    link: { label: 'Confirm in this browser', href },
    after: [
      `Did you give it in another browser? Enter this code there, under “My trials”: ${code}`,
      `Link and code work once each, for ${hours} hours. Do not share them.`,
      'If it was not you, do nothing: unless you confirm, nobody is shown anything about this address.',
    ],
  }),
  newAsk: ({ center, href, kind, name, company, email, plan, message }) => ({
    subject: `${company} asks for ${KINDS[kind]}`,
    lines: [
      `${name} of ${company} asks for ${KINDS[kind]} in the experience center of ${center}.`,
      `E-mail: ${email}`,
      ...(plan ? [`Plan: ${plan}`] : []),
      ...(message ? [message] : []),
    ],
    link: { label: 'Open the request', href },
    after: ['You get this because your address is in the settings of the experience center.'],
  }),
  manyAsks: ({ center, href, most }) => ({
    subject: `More requests in ${center} than are mailed one by one`,
    lines: [
      `More than ${most} requests came within this hour in the experience center of ${center}. The further ones of this hour get no message each: all of them are in the inbox.`,
    ],
    link: { label: 'Open the inbox', href },
    after: ['You get this because your address stands in the settings of the experience center.'],
  }),
}
