import { CopyKeeper } from '#db/columns/follow/copy-keeper'
import type { CopyStatus, KeeperOptions } from '#db/columns/follow/copy-keeper'
import type { ColumnarCopy } from '~/platform/columns/columnar-copy'
import { giveReader } from './give-reader'
import { QueryPool } from './query-pool'
import { TrialChanges } from './trial-changes'

export type OwnColumnsOptions = Pick<KeeperOptions, 'databaseUrl' | 'longestMs'> & {
  limitMs: number
  now: () => Date
}

/**
 * The copy in memory of this process, for tests and scripts: made when it is first read, and caught up before every reader
 * that is given, so that it shows everything that was committed. Tests move the clock, so it remembers what the clock said at
 * each watermark.
 */
export function createOwnColumns({ databaseUrl, longestMs, limitMs, now }: OwnColumnsOptions): ColumnarCopy {
  let opened: { keeper: CopyKeeper; pool: QueryPool } | null = null
  let status: CopyStatus | null = null
  const moments = new Map<number, Date>()
  const trialChanges = new TrialChanges()

  function open() {
    const keeper = new CopyKeeper({
      ...{ databaseUrl, longestMs, threads: 2, memoryLimit: '512MB' },
      onStatus: (next) => {
        status = next
        trialChanges.notice(next)
      },
      onNotice: () => {},
    })
    keeper.start()
    const onFailure = (error: unknown) => keeper.noticeDamage(error)
    return { keeper, pool: new QueryPool({ columns: () => keeper.columns, limitMs, onFailure }) }
  }

  return {
    read: async (wish = {}) => {
      opened ??= open()
      const { keeper, pool } = opened
      if (wish.asOfMs === undefined || status?.state !== 'serving') await keeper.catchUp()
      if (!status) throw new Error('the copy has no status')
      const given = giveReader(status, wish, pool)
      const { asOfMs } = given.reader
      const at = (wish.asOfMs === asOfMs && moments.get(asOfMs)) || now()
      moments.set(asOfMs, at)
      return { ...given, at }
    },
    catchUp: async () => opened?.keeper.catchUp(),
    onTrials: (callback) => trialChanges.listen(callback),
    stop: async () => opened?.keeper.stop(),
  }
}
