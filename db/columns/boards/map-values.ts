/** A record with the same keys, each value made from the one that stands there. */
export function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  make: (value: From, key: Key) => To,
): Record<Key, To> {
  const entries = keysOf(record).map((key) => [key, make(record[key], key)])
  return Object.fromEntries(entries) as Record<Key, To>
}

/** The keys of a record that names every member of a closed set. */
export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[]
}
