import {
  listTriedAccounts,
  readScoreTallies,
  readUnaccounted,
} from '#db/columns/boards/accounts/list-accounts'
import { calibrateScore } from '~/domain/insight/accounts/score-bands'
import type { Context } from '~/platform/context/context'
import { openView, type OpenedView } from '../filter/open-view.server'
import type { AccountListQuery } from './account-query'
import type { AccountFindings } from './accounts-view'

/** The accounts of a query at one watermark, for the page and its files. */
export async function openAccounts(
  ctx: Context,
  asked: AccountListQuery,
  piece: { skip: number; limit: number },
): Promise<{ view: OpenedView<AccountListQuery>; found: AccountFindings }> {
  const view = await openView(ctx, asked)
  const { reader, scope, query } = view
  const { sort, direction, search } = query
  const [listed, tallies, unaccounted] = await Promise.all([
    listTriedAccounts(reader, scope, { sort, direction, search, ...piece }),
    readScoreTallies(reader, scope),
    readUnaccounted(reader, scope),
  ])
  return { view, found: { ...listed, unaccounted, calibration: calibrateScore(tallies) } }
}
