import { isbot } from 'isbot'
import { NO_NETWORKS } from '~/domain/content/settings'
import type { Networks } from '~/domain/content/settings'
import type { SignalName } from '~/domain/trial/signals'
import { networkKey } from '~/server/api/network-key'
import type { Context } from '~/server/context'
import { isInNetworks } from '~/server/network-list'

/** What the request that begins a trial gives away. */
export async function signalsAtStart(
  ctx: Context,
  wish: { simulated?: boolean | undefined; userAgent?: string | undefined },
): Promise<SignalName[]> {
  const { client, actor } = ctx
  const agent = wish.userAgent ?? client?.userAgent ?? ''
  const { internal, datacenter } = await networksOf(ctx)
  const isFrom = (networks: readonly string[]) =>
    client !== undefined && isInNetworks(client.address, networks)
  const signals: [SignalName, boolean][] = [
    ['simulated', wish.simulated === true],
    ['bot-agent', isRobot(agent)],
    ['internal', actor.kind === 'staff' || isFrom(internal)],
    ['headless-agent', HEADLESS.test(agent)],
    ['no-language', client?.namesLanguage === false],
    ['datacenter', isFrom(datacenter)],
  ]
  return signals.filter(([, holds]) => holds).map(([name]) => name)
}

async function networksOf({ content }: Context): Promise<Networks> {
  return (await content.published('settings', 'settings'))?.body.networks ?? NO_NETWORKS
}

/** The name of the network that asks, of this day alone; null for work that no request asked for. */
export function networkNow({ client, env, now }: Context): string | null {
  return client ? networkKey(client.address, now(), env.secret) : null
}

const HEADLESS = /headless/i

/** A browser without a window is not yet a robot: people test with it, and some privacy tools look like it. */
const isRobot = (agent: string): boolean => isbot(agent.replace(/headless/gi, ''))
