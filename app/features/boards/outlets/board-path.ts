import { paths } from '~/paths'

type Query = Record<string, string>

const PATHS: Record<string, (query: Query) => string> = {
  overview: paths.boards,
  demo: ({ slug = '', ...query }) => paths.demoBoard(slug, query),
  breakdown: paths.breakdown,
  channels: paths.channelsBoard,
  accounts: paths.accountsBoard,
  cohorts: paths.cohorts,
  funnel: paths.funnels,
}

/** The address of the page of a view. */
export const boardPath = ({ board, parameters }: { board: string; parameters: Query }): string =>
  (PATHS[board] ?? paths.boards)(parameters)
