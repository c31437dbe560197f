import { isbot } from 'isbot'

/** A headless browser alone is a weak signal: people test with one, and some privacy tools look like one. */
export const isRobot = (agent: string): boolean => isbot(agent.replace(/headless/gi, ''))
