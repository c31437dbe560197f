import type { EventOfTrial } from '#db/queries/trial-events'
import type { RawTrial } from '~/domain/insight/raw-trial'
import { column, longTable } from '../tables/board-table'
import { piecesOfEvents, piecesOfTrials, type RawTrials } from './open-raw-trials.server'

/** What is told of one trial. */
const COLUMNS = {
  id: column.text((row: RawTrial) => row.id),
  demo: column.text((row: RawTrial) => row.demo),
  revision: column.count((row: RawTrial) => row.revision),
  plan: column.text((row: RawTrial) => row.plan),
  role: column.text((row: RawTrial) => row.role),
  locale: column.text((row: RawTrial) => row.locale),
  channel: column.text((row: RawTrial) => row.channel),
  source: column.text((row: RawTrial) => row.source),
  campaign: column.text((row: RawTrial) => row.campaign),
  keyword: column.text((row: RawTrial) => row.keyword),
  device: column.text((row: RawTrial) => row.device),
  entry: column.text((row: RawTrial) => row.entry),
  earlierTrials: column.count((row: RawTrial) => row.earlierTrials),
  startedAt: column.instant((row: RawTrial) => row.startedAt),
  lastEventAt: column.instant((row: RawTrial) => row.lastEventAt),
  finishedAt: column.instant((row: RawTrial) => row.finishedAt),
  active: column.milliseconds((row: RawTrial) => row.activeMs),
  wall: column.milliseconds((row: RawTrial) => row.wallMs),
  steps: column.count((row: RawTrial) => row.steps),
  shown: column.count((row: RawTrial) => row.shown),
  undone: column.count((row: RawTrial) => row.undone),
  hints: column.count((row: RawTrial) => row.hints),
  detours: column.count((row: RawTrial) => row.detours),
  score: column.count((row: RawTrial) => row.score),
  outcome: column.text((row: RawTrial) => row.outcome),
  running: column.flag((row: RawTrial) => row.running),
  lastState: column.text((row: RawTrial) => row.lastState),
  path: column.list((row: RawTrial) => row.path),
  flags: column.list((row: RawTrial) => row.flags),
  converted: column.flag((row: RawTrial) => row.converted),
  stars: column.count((row: RawTrial) => row.stars),
  comment: column.text((row: RawTrial) => row.comment || null),
  belongs: column.flag((row: RawTrial) => row.belongs),
}

/** The trials of a list, and their traces. `data` is the JSON of what an event carried. */
export const trialTables = {
  trials: longTable((trials: RawTrials, ctx) => piecesOfTrials(trials, ctx), COLUMNS),
  events: longTable((trials: RawTrials, ctx) => piecesOfEvents(trials, ctx), {
    trial: column.text((row: EventOfTrial) => row.trialId),
    seq: column.count((row: EventOfTrial) => row.seq),
    at: column.milliseconds((row: EventOfTrial) => row.at),
    type: column.text((row: EventOfTrial) => row.type),
    data: column.text((row: EventOfTrial) => (row.data === undefined ? null : JSON.stringify(row.data))),
    shown: column.flag((row: EventOfTrial) => row.by === 'shown'),
    active: column.milliseconds((row: EventOfTrial) => row.activeMs),
    receivedAt: column.instant((row: EventOfTrial) => row.receivedAt),
  }),
}
