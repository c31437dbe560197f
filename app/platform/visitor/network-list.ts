import { BlockList, isIPv6 } from 'node:net'

/**
 * True when an address is in one of the networks (CIDR). IPv4-mapped IPv6 addresses match IPv4 networks. Invalid
 * addresses match none.
 */
export function isInNetworks(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return false
  const list = new BlockList()
  for (const network of networks) {
    const [base = '', bits = ''] = network.split('/')
    list.addSubnet(base, Number(bits), isIPv6(base) ? 'ipv6' : 'ipv4')
  }
  const plain = address.replace(/%.*$/, '')
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}
