import { paths } from '~/paths'

type Query = Record<string, string>

const PATHS: Record<string, (query: Query) => string> = {
  overview: paths.boards,
  demo: ({ slug = '', ...query }) => paths.demoBoard(slug, query),
  paths: ({ slug = '', ...query }) => paths.demoPaths(slug, query),
  revisions: ({ slug = '', ...query }) => paths.demoRevisions(slug, query),
  conversion: paths.conversionBoard,
  breakdown: paths.breakdown,
  costs: paths.costs,
  feedback: paths.feedbackBoard,
  channels: paths.channelsBoard,
  accounts: paths.accountsBoard,
  cohorts: paths.cohorts,
  funnel: paths.funnels,
}

/** The address of the page of a view. */
export const boardPath = ({ board, parameters }: { board: string; parameters: Query }): string =>
  (PATHS[board] ?? paths.boards)(parameters)
