/** Every URL of Foyer and its parameters. No other module builds paths. */
const segment = encodeURIComponent

const withQuery = (path: string, query: Record<string, string | undefined>): string => {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`
}

export const paths = {
  home: (query: { role?: string; scenario?: string } = {}) => withQuery('/', query),
  /** `at` is the state at which the trial is to begin. */
  demo: (slug: string, query: { plan?: string | undefined; at?: string | undefined } = {}) =>
    withQuery(`/demos/${segment(slug)}`, query),
  /** The picture of a demo in a language, for whoever shares its address. */
  demoPicture: (slug: string, locale: string) => `/demos/${segment(slug)}/picture/${segment(locale)}.png`,
  startTrial: () => '/trials',
  /**
   * Where a trial in which nothing was done begins: `at` a state, at a `chapter` by its number, or with the steps of the
   * trial that it `carries`.
   */
  trial: (
    trialId: string,
    query: { at?: string | undefined; chapter?: string | undefined; carries?: string | undefined } = {},
  ) => withQuery(`/try/${segment(trialId)}`, query),
  /** An invitation to an account. */
  join: (token: string) => `/join/${segment(token)}`,
  /** The link in a message that verifies an address. */
  confirmAddress: (link: string) => `/confirm/${segment(link)}`,
  /** Asks a person something without leaving the trial. */
  question: (trialId: string) => `/try/${segment(trialId)}/question`,
  /** Help posts about the first of these texts that finds any. */
  answers: (trialId: string, about: readonly string[]) =>
    `/try/${segment(trialId)}/answers?${new URLSearchParams(about.map((text) => ['about', text])).toString()}`,
  resume: (token: string) => `/resume/${segment(token)}`,
  /** `feature` is marked, and the page opens at it. */
  pricing: (query: { from?: string; feature?: string; period?: 'yearly' } = {}) => {
    const path = withQuery('/pricing', query)
    return query.feature === undefined ? path : `${path}#feature-${segment(query.feature)}`
  },
  /** `needs` is an entitlement: the page opens at the step where it makes a difference. */
  compare: (slug: string, query: { trial?: string; plans?: string; needs?: string } = {}) => {
    const path = withQuery(`/compare/${segment(slug)}`, query)
    return query.needs === undefined ? path : `${path}#can-${segment(query.needs)}`
  },
  /** Leads to where a plan is bought, with the trial that it is credited to. */
  buy: (plan: string, query: { trial?: string } = {}) => withQuery(`/buy/${segment(plan)}`, query),
  help: (query: { q?: string } = {}) => withQuery('/help', query),
  /** `q` is the search that found it. */
  helpPost: (slug: string, query: { q?: string | undefined } = {}) =>
    withQuery(`/help/${segment(slug)}`, query),
  /** A page written by operators. */
  page: (slug: string) => `/${segment(slug)}`,
  talk: (query: { goal?: string; trial?: string; plan?: string } = {}) => withQuery('/talk', query),
  /** All data of a visitor, as a file. */
  myData: () => '/me/data',
  /** The trial to continue, for scripts of reading pages; with a demo, of that one. */
  unfinished: (query: { demo?: string } = {}) => withQuery('/me/unfinished', query),
  me: (query: { erased?: '1' } = {}) => withQuery('/me', query),
  /** The receipt of an erasure, as a page and as a file. */
  receipt: (id: string) => `/me/receipts/${segment(id)}`,
  receiptFile: (id: string) => `/me/receipts/${segment(id)}/file`,
  /** Chooses the language and leads to the same page in it. */
  chooseLanguage: (locale: string, address: string) => `/${locale}${address.replace(/^\/(?=$|[?#])/, '')}`,
  /** What a browser may fetch before it is asked for. */
  speculationRules: () => '/speculation-rules.json',
  consent: () => '/consent',
  theme: () => '/theme',
  signIn: (query: { to?: string } = {}) => withQuery('/sign-in', query),
  signOut: () => '/sign-out',
  account: () => '/account',

  studio: () => '/studio',
  documents: (kind: string) => `/studio/${segment(kind)}`,
  document: (kind: string, slug: string, query: { file?: string; view?: string } = {}) =>
    withQuery(`/studio/${segment(kind)}/${segment(slug)}`, query),
  history: (kind: string, slug: string, query: { revision?: string } = {}) =>
    withQuery(`/studio/${segment(kind)}/${segment(slug)}/history`, query),
  review: (kind: string, slug: string) => `/studio/${segment(kind)}/${segment(slug)}/review`,
  presence: (kind: string, slug: string) => `/studio/${segment(kind)}/${segment(slug)}/presence`,
  preview: (slug: string, query: { plan?: string; locale?: string; revision?: string } = {}) =>
    withQuery(`/studio/demo/${segment(slug)}/preview`, query),
  previewText: (kind: string, slug: string, query: { locale?: string } = {}) =>
    withQuery(`/studio/${segment(kind)}/${segment(slug)}/preview`, query),
  /** The library; `add` opens the form for an upload. */
  media: (query: Partial<Record<'text' | 'kind' | 'at' | 'name' | 'add', string | undefined>> = {}) =>
    withQuery('/studio/media', query),
  uploadMedium: () => '/studio/media/upload',
  medium: (name: string, query: { added?: string; removed?: string | undefined } = {}) =>
    withQuery(`/studio/media/${segment(name)}`, query),
  /** The file of a medium itself; `w` is the width in pixels at which it is shown. */
  mediumFile: (name: string, query: { w?: string | undefined } = {}) =>
    withQuery(`/media/${segment(name)}`, query),
  blocks: () => '/studio/blocks',
  block: (kind: string) => `/studio/blocks/${segment(kind)}`,
  audit: (query: Record<string, string | undefined> = {}) => withQuery('/studio/audit', query),
  exportAudit: (query: Record<string, string | undefined> = {}) => withQuery('/studio/audit/export', query),

  conversions: (query: { filter?: string; at?: string; id?: string } = {}) =>
    withQuery('/studio/conversions', query),
  importConversions: () => '/studio/conversions/import',
  exportConversions: (query: { filter?: string } = {}) => withQuery('/studio/conversions/export', query),
  keys: () => '/studio/keys',
  accounts: () => '/studio/accounts',
  companyAccount: (id: string) => `/studio/accounts/${segment(id)}`,

  /** Requests of prospects. */
  asks: (query: { filter?: string; at?: string; id?: string } = {}) => withQuery('/team', query),
  ask: (id: string) => `/team/asks/${segment(id)}`,
  outbox: (query: { state?: string; at?: string; id?: string } = {}) => withQuery('/studio/outbox', query),
  outboxMessage: (id: string) => `/studio/outbox/${segment(id)}`,

  boards: (query: Record<string, string | undefined> = {}) => withQuery('/boards', query),
  demoBoard: (slug: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/boards/demos/${segment(slug)}`, query),
  demoDifferences: (slug: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/boards/demos/${segment(slug)}/differences`, query),
  demoRevisions: (slug: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/boards/demos/${segment(slug)}/revisions`, query),
  demoPaths: (slug: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/boards/demos/${segment(slug)}/paths`, query),
  breakdown: (query: Record<string, string | undefined> = {}) => withQuery('/boards/breakdown', query),
  /** A table of a board as a file. */
  boardFile: (board: string, table: string, format: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/boards/files/${segment(board)}/${segment(table)}/${segment(format)}`, query),
  conversionBoard: (query: Record<string, string | undefined> = {}) => withQuery('/boards/conversion', query),
  funnels: (query: Record<string, string | undefined> = {}) => withQuery('/boards/funnels', query),
  funnelUnits: (query: Record<string, string | undefined> = {}) => withQuery('/boards/funnels/list', query),
  savedFunnels: () => '/boards/funnels/saved',
  savedFunnel: (id: string) => `/boards/funnels/${segment(id)}`,
  segments: (query: Record<string, string | undefined> = {}) => withQuery('/boards/segments', query),
  segment: (id: string) => `/boards/segments/${segment(id)}`,
  channelsBoard: (query: Record<string, string | undefined> = {}) => withQuery('/boards/channels', query),
  splits: () => '/boards/splits',
  newSplit: () => '/boards/splits/new',
  split: (id: string, query: { simulated?: string | undefined } = {}) =>
    withQuery(`/boards/splits/${segment(id)}`, query),
  alerts: () => '/boards/alerts',
  cohorts: (query: Record<string, string | undefined> = {}) => withQuery('/boards/cohorts', query),
  accountsBoard: (query: Record<string, string | undefined> = {}) => withQuery('/boards/accounts', query),
  accountBoard: (id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/boards/accounts/${segment(id)}`, query),
  feedbackBoard: (query: Record<string, string | undefined> = {}) => withQuery('/boards/feedback', query),
  /** What was paid for channels. */
  costs: (query: Record<string, string | undefined> = {}) => withQuery('/boards/costs', query),
  importCosts: () => '/boards/costs/import',
  /** All costs as a file, or a file to fill in. */
  costsFile: (name: 'costs.csv' | 'template.csv') => `/boards/costs/file/${name}`,
  /** Links and mails of boards; with a view, the forms to make one. */
  outlets: (query: { board?: string; view?: string } = {}) => withQuery('/boards/outlets', query),
  /** A board that somebody shared. */
  sharedBoard: (token: string) => `/shared/${segment(token)}`,
  unsubscribe: (token: string) => `/unsubscribe/${segment(token)}`,
  trialList: (query: Record<string, string | undefined> = {}) => withQuery('/boards/trials', query),
  /** Two trials side by side; `b` may be `ideal`. */
  compareTrials: (query: Record<string, string | undefined>) => withQuery('/boards/trials/compare', query),
  /** The stream that tells a board of new trials. */
  liveTrials: (query: Record<string, string | undefined> = {}) => withQuery('/boards/live', query),
  replay: (trialId: string, query: { step?: string | undefined } = {}) =>
    withQuery(`/boards/trials/${segment(trialId)}`, query),

  api: {
    demos: () => '/api/v1/demos',
    demo: (slug: string) => `/api/v1/demos/${segment(slug)}`,
    trials: () => '/api/v1/trials',
    trial: (trialId: string) => `/api/v1/trials/${segment(trialId)}`,
    events: (trialId: string) => `/api/v1/trials/${segment(trialId)}/events`,
    rating: (trialId: string) => `/api/v1/trials/${segment(trialId)}/rating`,
    remark: (trialId: string, id: string) => `/api/v1/trials/${segment(trialId)}/remarks/${segment(id)}`,
    views: () => '/api/v1/me/views',
    /** Tells of a view where a page has no scripts. */
    viewPicture: (path: string) => withQuery('/api/v1/me/views/picture', { path }),
    messages: () => '/api/v1/me/messages',
    ownConversions: () => '/api/v1/me/conversions',
    conversions: () => '/api/v1/conversions',
    conversion: (id: string) => `/api/v1/conversions/${segment(id)}`,
    boards: () => '/api/v1/boards',
    board: (board: string, query: Record<string, string | undefined> = {}) =>
      withQuery(`/api/v1/boards/${segment(board)}`, query),
    openapi: () => '/api/v1/openapi.json',
  },
} as const
