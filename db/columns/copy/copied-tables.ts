/** A table of PostgreSQL whose rows the copy holds. */
interface CopiedTable {
  /** Its columns in the copy with their DuckDB types. Every row has `visitor` and `id`, by which changes name it. */
  columns: Readonly<Record<string, string>>
  /** Gives them by these names from PostgreSQL, without a condition. */
  select: string
  /** Rows that are left out. */
  only?: string
  /** The columns of PostgreSQL that hold `visitor` and `id`. */
  names: readonly [visitor: string, id: string]
  /** The columns with their types by whose order all rows are read. Together they are unique, and an index has them first. */
  order: readonly (readonly [column: string, type: string])[]
}

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::bigint`

/** What a landing says. */
const LANDING = {
  source: 'varchar',
  medium: 'varchar',
  campaign: 'varchar',
  term: 'varchar',
  content: 'varchar',
  referrer: 'varchar',
  share: 'varchar',
  embed_host: 'varchar',
} as const

/** Each trial with its rating. `flagged`: by any flag but that of simulated trials. `task_done_ms` and `path_at_ms` are trial time, everything else named `_ms` but durations an instant. */
const TRIAL: CopiedTable = {
  columns: {
    visitor: 'uuid',
    id: 'uuid',
    demo: 'varchar',
    revision_id: 'uuid',
    revision: 'integer',
    plan: 'varchar',
    role: 'varchar',
    locale: 'varchar',
    channel: 'varchar',
    ...LANDING,
    device: 'varchar',
    earlier_trials: 'integer',
    flags: 'varchar[]',
    simulated: 'boolean',
    flagged: 'boolean',
    farm: 'uuid',
    restarted_from: 'uuid',
    entry: 'varchar',
    started_ms: 'bigint',
    last_event_ms: 'bigint',
    path: 'varchar[]',
    path_at_ms: 'bigint[]',
    last_state: 'varchar',
    task_ids: 'varchar[]',
    task_done_ms: 'bigint[]',
    steps: 'integer',
    shown: 'integer',
    undone: 'integer',
    hints: 'integer',
    detours: 'integer',
    score: 'integer',
    active_ms: 'bigint',
    wall_ms: 'bigint',
    outcome: 'varchar',
    finished_ms: 'bigint',
    stars: 'integer',
    comment: 'varchar',
    rated_ms: 'bigint',
  },
  select: `
    select trial.visitor_id as visitor, id, demo_slug as demo, revision_id, revision_number as revision, plan, role, locale,
      channel, touch->>'source' as source, touch->>'medium' as medium, touch->>'campaign' as campaign, touch->>'term' as term,
      touch->>'content' as content, touch->>'referrer' as referrer, touch->>'share' as share,
      touch->>'embedHost' as embed_host, device, trial.returning as earlier_trials, flags, 'simulated' = any(flags) as simulated,
      cardinality(flags) > ('simulated' = any(flags))::integer as flagged, farm_id as farm, restarted_from, entry,
      ${ms('started_at')} as started_ms, ${ms('last_event_at')} as last_event_ms, path, path_at as path_at_ms, last_state,
      jsonb_path_query_array(tasks, '$.keyvalue().key') as task_ids,
      jsonb_path_query_array(tasks, '$.keyvalue().value') as task_done_ms,
      steps, shown, undone, hints, detours, score, active_ms, wall_ms, outcome, ${ms('finished_at')} as finished_ms,
      rating.stars, rating.comment, ${ms('rating.created_at')} as rated_ms
    from trial left join rating on rating.visitor_id = trial.visitor_id and rating.trial_id = trial.id`,
  names: ['trial.visitor_id', 'trial.id'],
  order: [
    ['trial.started_at', 'timestamptz'],
    ['trial.id', 'uuid'],
  ],
}

const BY_VISITOR = [
  ['visitor_id', 'uuid'],
  ['id', 'uuid'],
] as const

const CONVERSION: CopiedTable = {
  columns: {
    visitor: 'uuid',
    id: 'uuid',
    trial: 'uuid',
    goal: 'varchar',
    at_ms: 'bigint',
    source: 'varchar',
    unverified: 'boolean',
    value: 'double',
    currency: 'varchar',
    withdrawn: 'boolean',
  },
  select: `
    select visitor_id as visitor, id, trial_id as trial, goal, ${ms('at')} as at_ms, source, unverified, value, currency,
      withdrawn_at is not null as withdrawn
    from conversion`,
  names: ['visitor_id', 'id'],
  order: BY_VISITOR,
}

const TOUCH: CopiedTable = {
  columns: {
    visitor: 'uuid',
    id: 'uuid',
    at_ms: 'bigint',
    channel: 'varchar',
    ...LANDING,
  },
  select: `
    select visitor_id as visitor, id, ${ms('at')} as at_ms, channel, source, medium, campaign, term, content, referrer, share,
      embed_host
    from touch`,
  names: ['visitor_id', 'id'],
  order: BY_VISITOR,
}

/** Who asked for what; without what they wrote. */
const ASK: CopiedTable = {
  columns: {
    ...{ visitor: 'uuid', id: 'uuid', trial: 'uuid', kind: 'varchar', plan: 'varchar', at_ms: 'bigint' },
    ...{ at_state: 'varchar', at_seq: 'integer', locale: 'varchar', state: 'varchar', assignee: 'varchar' },
  },
  select: `
    select visitor_id as visitor, id, trial_id as trial, kind, plan, ${ms('at')} as at_ms, at_state, at_seq, locale, state,
      assigned_to as assignee
    from ask`,
  names: ['visitor_id', 'id'],
  order: BY_VISITOR,
}

/** When visitors were first shown their side of a traffic split; `id` is the split. */
const EXPOSURE: CopiedTable = {
  columns: { visitor: 'uuid', id: 'uuid', side: 'varchar', at_ms: 'bigint' },
  select: `select visitor_id as visitor, split_id as id, side, ${ms('at')} as at_ms from split_exposure`,
  names: ['visitor_id', 'split_id'],
  order: [
    ['visitor_id', 'uuid'],
    ['split_id', 'uuid'],
  ],
}

/** Members of accounts, without those who were removed. A member is named by the visitor alone. */
const MEMBER: CopiedTable = {
  columns: { visitor: 'uuid', id: 'uuid', account: 'uuid' },
  select: `select visitor_id as visitor, visitor_id as id, account_id as account from account_member`,
  only: 'removed_at is null',
  names: ['visitor_id', 'visitor_id'],
  order: [['visitor_id', 'uuid']],
}

/** Accounts with their domains; one is named by its id alone. */
const ACCOUNT: CopiedTable = {
  columns: { visitor: 'uuid', id: 'uuid', name: 'varchar', merged_into: 'uuid', domains: 'varchar[]' },
  select: `
    select id as visitor, id, name, merged_into,
      array(select domain from account_domain where account_id = account.id order by domain) as domains
    from account`,
  names: ['id', 'id'],
  order: [['id', 'uuid']],
}

/** Costs of channels, sources and campaigns; one is named by its id alone. Days are texts. */
const COST: CopiedTable = {
  columns: {
    visitor: 'uuid',
    id: 'uuid',
    channel: 'varchar',
    source: 'varchar',
    campaign: 'varchar',
    first_day: 'varchar',
    last_day: 'varchar',
    value: 'double',
    currency: 'varchar',
    simulated: 'boolean',
  },
  select: `
    select id as visitor, id, channel, nullif(source, '') as source, nullif(campaign, '') as campaign,
      first_day::text as first_day, last_day::text as last_day, value, currency, simulated
    from cost`,
  only: 'removed_at is null',
  names: ['id', 'id'],
  order: [['id', 'uuid']],
}

/** What prospects said at a moment of their trial. */
const REMARK: CopiedTable = {
  columns: {
    ...{ visitor: 'uuid', id: 'uuid', trial: 'uuid', kind: 'varchar', text: 'varchar', state: 'varchar' },
    ...{ seq: 'integer', at_ms: 'bigint', locale: 'varchar' },
  },
  select: `
    select visitor_id as visitor, id, trial_id as trial, kind, text, state, seq, ${ms('at')} as at_ms, locale from remark`,
  names: ['visitor_id', 'id'],
  order: BY_VISITOR,
}

/** What staff noted on trials, without what was removed, and without who did. */
const TRIAL_NOTE: CopiedTable = {
  columns: { visitor: 'uuid', id: 'uuid', trial: 'uuid', text: 'varchar', at_ms: 'bigint' },
  select: `select visitor_id as visitor, id, trial_id as trial, text, ${ms('at')} as at_ms from trial_note`,
  only: 'removed_at is null',
  names: ['visitor_id', 'id'],
  order: BY_VISITOR,
}

/** Views of pages, without those of programs. */
const PAGE_VIEW: CopiedTable = {
  columns: { visitor: 'uuid', id: 'uuid', at_ms: 'bigint', route: 'varchar', document: 'varchar' },
  select: `select visitor_id as visitor, id, ${ms('at')} as at_ms, route, document from page_view`,
  only: 'not bot',
  names: ['visitor_id', 'id'],
  order: BY_VISITOR,
}

const MESSAGE_EVENT: CopiedTable = {
  columns: { visitor: 'uuid', id: 'uuid', at_ms: 'bigint', message: 'varchar', fate: 'varchar' },
  select: `select visitor_id as visitor, id, ${ms('at')} as at_ms, message, fate from message_event`,
  names: ['visitor_id', 'id'],
  order: BY_VISITOR,
}

const HELP_SEARCH: CopiedTable = {
  columns: {
    ...{ visitor: 'uuid', id: 'uuid', at_ms: 'bigint', query: 'varchar', locale: 'varchar' },
    ...{ hits: 'integer', clicked: 'varchar' },
  },
  select: `select visitor_id as visitor, id, ${ms('at')} as at_ms, query, locale, hits, clicked from help_search`,
  names: ['visitor_id', 'id'],
  order: BY_VISITOR,
}

/** Searches of nobody in particular; a row is named by its id alone. */
const SEARCH_COUNT: CopiedTable = {
  columns: {
    ...{ visitor: 'uuid', id: 'uuid', day: 'varchar', query: 'varchar', locale: 'varchar' },
    ...{ searches: 'integer', unanswered: 'integer', clicks: 'integer' },
  },
  select: `
    select id as visitor, id, day::text as day, query, locale, searches, unanswered, clicks from search_count`,
  names: ['id', 'id'],
  order: [['id', 'uuid']],
}

const WORK = {
  state: 'varchar',
  assignee: 'varchar',
  revision_id: 'uuid',
  changed_ms: 'bigint',
  version: 'integer',
}
const WORK_COLUMNS = `state, assigned_to as assignee, revision_id, ${ms('changed_at')} as changed_ms, version`

/** What the team did about what visitors said. */
const FEEDBACK_WORK: CopiedTable = {
  columns: { visitor: 'uuid', id: 'uuid', kind: 'varchar', ...WORK },
  select: `select visitor_id as visitor, id, kind, ${WORK_COLUMNS} from feedback_work`,
  names: ['visitor_id', 'id'],
  order: BY_VISITOR,
}

/** What the team did about searches; a row is named by its id alone. */
const SEARCH_WORK: CopiedTable = {
  columns: { visitor: 'uuid', id: 'uuid', query: 'varchar', locale: 'varchar', ...WORK },
  select: `select id as visitor, id, query, locale, ${WORK_COLUMNS} from search_work`,
  names: ['id', 'id'],
  order: [['id', 'uuid']],
}

export const COPIED_TABLES = {
  trial: TRIAL,
  conversion: CONVERSION,
  touch: TOUCH,
  ask: ASK,
  exposure: EXPOSURE,
  member: MEMBER,
  account: ACCOUNT,
  cost: COST,
  remark: REMARK,
  trial_note: TRIAL_NOTE,
  page_view: PAGE_VIEW,
  message_event: MESSAGE_EVENT,
  help_search: HELP_SEARCH,
  search_count: SEARCH_COUNT,
  feedback_work: FEEDBACK_WORK,
  search_work: SEARCH_WORK,
} as const

export type CopiedKind = keyof typeof COPIED_TABLES

export const COPIED_KINDS = Object.keys(COPIED_TABLES) as CopiedKind[]

/** Kinds whose rows belong to no visitor: they are named by their own id in its place. */
export const KINDS_OF_NOBODY: ReadonlySet<CopiedKind> = new Set([
  'account',
  'cost',
  'search_count',
  'search_work',
])

/** Names a row that was changed or deleted. */
export interface ChangedName {
  kind: CopiedKind
  visitor: string
  id: string
}
