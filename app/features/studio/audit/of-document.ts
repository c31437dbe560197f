interface Named {
  id: string
  kind: string
  slug: string
}

/** How an audit entry names a document: kind and slug beside its id, so that a deleted one is still named. */
export function ofDocument<Data extends object = object>({ id, kind, slug }: Named, data?: Data) {
  return { subject: id, data: { kind, slug, ...(data as Data) } }
}
