import type { Context } from '~/platform/context/context'

/** Whether this browser has an id, so that there may be trials to continue. */
export const mayHaveTrials = ({ shared, visitor }: Context): boolean => shared?.isKnown ?? visitor !== null
