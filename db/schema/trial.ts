import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Locale } from '~/domain/text'
import type { Device } from '~/domain/trial/device'
import type { TrialEntry } from '~/domain/trial/entry'
import type { Landing } from '~/domain/trial/landing'
import type { Ruling, TrialSignal } from '~/domain/trial/signals'
import { instant } from './instant'

const emptyList = sql`'{}'::text[]`

/** A landing with its channel, stored only with consent. `direct` has neither source nor referrer. */
export interface ChannelTouch extends Landing {
  channel: string
  /** The host alone. */
  referrer?: string
}

/** Task id -> milliseconds of trial time at which it was done, or null. */
export type TaskOutcomes = Record<string, number | null>

/** A browser. `consent` is what it agreed to; without it the id lives in the browser's session only. */
export const visitor = pgTable('visitor', {
  visitorId: uuid('visitor_id').primaryKey(),
  firstSeenAt: instant('first_seen_at').notNull().defaultNow(),
  consent: text().$type<'granted' | 'denied' | 'unset'>().notNull().default('unset'),
  firstTouch: jsonb('first_touch').$type<ChannelTouch>(),
})

/**
 * One visitor's run of one revision of one demo under one plan, with the server's own summary of it.
 * Every key carries `visitor_id`, so that the table can be distributed by visitor.
 */
export const trial = pgTable(
  'trial',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    demoSlug: text('demo_slug').notNull(),
    revisionId: uuid('revision_id').notNull(),
    revisionNumber: integer('revision_number').notNull(),
    plan: text().notNull(),
    role: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    seed: text().notNull(),
    startedAt: instant('started_at').notNull(),
    touch: jsonb().$type<ChannelTouch>(),
    /** Of its touch; `direct` when there was none, `unknown` when it may not be kept. */
    channel: text().notNull().default('unknown'),
    device: text().$type<Device>().notNull(),
    returning: integer().notNull().default(0),
    /** `countingFlags` of the signals and the ruling, stored so that boards can filter by them. */
    flags: text().array().notNull().default(emptyList),
    signals: jsonb()
      .$type<TrialSignal[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    ruling: jsonb().$type<Ruling>(),
    /** Keyed name of the network it came from, different every day; emptied after two days. */
    network: text(),
    /** The sign-up farm that it was found to be part of. */
    farmId: uuid('farm_id'),
    restartedFrom: uuid('restarted_from'),
    /** How it began. */
    entry: text().$type<TrialEntry>().notNull().default('start'),
    resumeHash: text('resume_hash'),
    lastSeq: integer('last_seq').notNull().default(0),
    lastEventAt: instant('last_event_at').notNull(),
    path: text().array().notNull().default(emptyList),
    /** Milliseconds of trial time at which each state of the path was entered; empty while unknown. */
    pathAt: bigint('path_at', { mode: 'number' })
      .array()
      .notNull()
      .default(sql`'{}'::bigint[]`),
    lastState: text('last_state').notNull(),
    tasks: jsonb()
      .$type<TaskOutcomes>()
      .notNull()
      .default(sql`'{}'::jsonb`),
    /** Without undone and shown ones. */
    steps: integer().notNull().default(0),
    shown: integer().notNull().default(0),
    undone: integer().notNull().default(0),
    hints: integer().notNull().default(0),
    /** Null: unknown. */
    detours: integer(),
    /** Null: unknown. */
    score: smallint(),
    /**
     * Version of the counting rules behind path times, steps, hints, detours and score; 0 for an older one or an unknown
     * remaining way.
     */
    counting: smallint().notNull().default(0),
    activeMs: bigint('active_ms', { mode: 'number' }).notNull().default(0),
    wallMs: bigint('wall_ms', { mode: 'number' }).notNull().default(0),
    outcome: text().$type<'success' | 'other'>(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.id] }),
    index('trial_id_idx').on(table.id),
    index('trial_demo_started_idx').on(table.demoSlug, table.startedAt),
    index('trial_started_idx').on(table.startedAt),
    index('trial_network_idx')
      .on(table.startedAt, table.network)
      .where(sql`network is not null`),
    index('trial_counting_idx').on(table.counting, table.id),
    index('trial_farm_idx')
      .on(table.farmId)
      .where(sql`farm_id is not null`),
  ],
)

/** The trace. Partitioned by range of the trial's UUIDv7, that is by the time the trial began. */
export const trialEvent = pgTable(
  'trial_event',
  {
    visitorId: uuid('visitor_id').notNull(),
    trialId: uuid('trial_id').notNull(),
    seq: integer().notNull(),
    atMs: bigint('at_ms', { mode: 'number' }).notNull(),
    type: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>(),
    activeMs: integer('active_ms').notNull(),
    /** The client took the step for the prospect. */
    shown: boolean().notNull().default(false),
    receivedAt: instant('received_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.trialId, table.seq] }),
    foreignKey({
      columns: [table.visitorId, table.trialId],
      foreignColumns: [trial.visitorId, trial.id],
    }).onDelete('cascade'),
  ],
)

/** What the prospect said of one trial; a later rating replaces it. */
export const rating = pgTable(
  'rating',
  {
    visitorId: uuid('visitor_id').notNull(),
    trialId: uuid('trial_id').notNull(),
    stars: smallint().notNull(),
    comment: text().notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.trialId] }),
    foreignKey({
      columns: [table.visitorId, table.trialId],
      foreignColumns: [trial.visitorId, trial.id],
    }).onDelete('cascade'),
  ],
)
