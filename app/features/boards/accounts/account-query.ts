import { z } from 'zod'
import { ACCOUNT_COLUMNS, type AccountColumn } from '~/domain/insight/accounts/account-figures'
import type { PlainSet } from '~/domain/insight/trial-set'
import { paths } from '~/paths'
import { trialsHref } from '../filter/board-links'
import {
  boardParams,
  boardQuerySchema,
  defaulted,
  demoSlug,
  optional,
  type BoardQuery,
} from '../filter/board-query'

export const ACCOUNT_SEARCH_LENGTH = 100

/** Columns that the reader may hide; the name stands always. */
export const CHOSEN_COLUMNS = ACCOUNT_COLUMNS.filter((column) => column !== 'name')

const isChosen = (text: string): text is AccountColumn => CHOSEN_COLUMNS.some((column) => column === text)

/** Different columns, as they stand in an address: `score,people`. */
const columns = z
  .string()
  .max(120)
  .refine((text) => {
    const names = text.split(',')
    return names.every(isChosen) && new Set(names).size === names.length
  })

const MOST_PAGES = 10_000

/** The parameters of the list of accounts: the filter, what is searched for, the columns, the order and the page. */
export const accountListSchema = boardQuerySchema.extend({
  demo: optional(demoSlug),
  search: optional(
    z
      .string()
      .trim()
      .min(1)
      .max(ACCOUNT_SEARCH_LENGTH)
      .regex(/^[^\p{Cc}\p{Surrogate}]*$/u),
  ),
  columns: optional(columns),
  sort: defaulted(z.enum(ACCOUNT_COLUMNS).default('score')),
  direction: defaulted(z.enum(['asc', 'desc']).default('desc')),
  page: defaulted(z.coerce.number().int().min(1).max(MOST_PAGES).default(1)),
})

export type AccountListQuery = z.infer<typeof accountListSchema>

const MOST_PEOPLE = 100_000

/** The parameters of the page of one account: the filter, and the person whose timeline is shown. */
export const accountBoardSchema = boardQuerySchema.extend({
  demo: optional(demoSlug),
  person: optional(z.coerce.number().int().min(1).max(MOST_PEOPLE)),
})

export type AccountBoardQuery = z.infer<typeof accountBoardSchema>

type Params = Record<string, string | undefined>

/** The columns that are shown beside the name, in their usual order. */
export function shownColumns({ columns: asked }: Pick<AccountListQuery, 'columns'>): AccountColumn[] {
  return asked === undefined ? CHOSEN_COLUMNS : asked.split(',').filter(isChosen)
}

/** The parameters of the list besides the filter, without defaults and without the page. */
export function keptAccountParams({
  demo,
  search,
  columns: shown,
  sort,
  direction,
}: AccountListQuery): Params {
  return {
    demo,
    search,
    columns: shown,
    sort: sort === 'score' ? undefined : sort,
    direction: direction === 'desc' ? undefined : direction,
  }
}

/** The full address of a list, without the page. */
export const accountListParams = (query: AccountListQuery): Params => ({
  ...keptAccountParams(query),
  ...boardParams(query),
})

/** The same list sorted by a column: descending, or reversed if already sorted by it. */
export function accountSortHref(query: AccountListQuery, sort: AccountColumn): string {
  const turned = query.sort === sort && query.direction === 'desc'
  return paths.accountsBoard({
    ...accountListParams({ ...query, sort, direction: turned ? 'asc' : 'desc' }),
  })
}

type Scoped = BoardQuery & { demo?: string | undefined }

/** The page of an account with the filter of the list. */
export const accountHref = ({ demo, ...query }: Scoped, account: string): string =>
  paths.accountBoard(account, { demo, ...boardParams(query), account: undefined })

/** The list of exactly those trials of an account that are in the set. */
export const accountSetHref = (query: Scoped, account: string, set: PlainSet): string =>
  trialsHref({ ...query, account, without: undefined }, { name: set }, query.demo)
