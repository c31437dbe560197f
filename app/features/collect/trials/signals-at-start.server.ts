import { NO_NETWORKS } from '~/domain/content/settings'
import type { SignalName } from '~/domain/trial/signals'
import { networkKey } from '~/platform/http/network-key'
import type { Context } from '~/platform/context/context'
import { isRobot } from '~/platform/visitor/is-robot'
import { isInNetworks } from '~/platform/visitor/network-list'
import { workspaceSettings } from '~/platform/context/workspace-settings'

/** Signals in the request that begins a trial. */
export async function signalsAtStart(
  ctx: Context,
  wish: { simulated?: boolean | undefined; userAgent?: string | undefined },
): Promise<SignalName[]> {
  const { client, actor } = ctx
  const agent = wish.userAgent ?? client?.userAgent ?? ''
  const { networks: { internal, datacenter } = NO_NETWORKS } = await workspaceSettings(ctx)
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

/**
 * The keyed hash of the network for this day. Null without a request, and for private addresses: behind a proxy that is
 * not configured, all visitors would seem to come from one network.
 */
export function networkNow({ client, env, now }: Context): string | null {
  if (!client || isInNetworks(client.address, NOT_PUBLIC)) return null
  return networkKey(client.address, now(), env.secret)
}

const NOT_PUBLIC = [
  ...['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '100.64.0.0/10'],
  ...['::1/128', 'fc00::/7', 'fe80::/10'],
]

const HEADLESS = /headless/i
