/** The content of a message as paragraphs, with its link on a separate line. */
export interface MailWords {
  subject: string
  lines: string[]
  /** Figures that are told beside. */
  tables?: { title: string; columns: { label: string; isNumber: boolean }[]; rows: string[][] }[]
  /** What the link is called where it can be pressed. */
  link: { label: string; href: string }
  after: string[]
}

interface VerifyFacts {
  center: string
  href: string
  code: string
  hours: number
}

/** The details of an ask, which somebody typed. */
export interface AskFacts {
  center: string
  href: string
  kind: 'quote' | 'sign-up' | 'question' | 'call'
  name: string
  company: string
  email: string
  plan: string | null
  message: string
}

interface ManyAsksFacts {
  center: string
  href: string
  /** Requests of one hour that get a message each. */
  most: number
}

/** The messages that Foyer sends, in one language. */
export interface MailLanguage {
  verifyAddress(facts: VerifyFacts): MailWords
  newAsk(facts: AskFacts): MailWords
  manyAsks(facts: ManyAsksFacts): MailWords
}
