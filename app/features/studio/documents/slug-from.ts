import { NEW_SLUG_MAX } from '~/domain/content/new-slug'

/** An address from a name: `Órdenes & cobro` → `ordenes-cobro`. Empty when the name has no Latin letters or digits. */
export function slugFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, NEW_SLUG_MAX)
    .replace(/^-+|-+$/g, '')
}

/** The same, with Chinese in pinyin. Its dictionary, 200 kB gzipped, is loaded for the first Chinese name alone. */
export async function spelledSlug(name: string): Promise<string> {
  if (!/\p{Script=Han}/u.test(name)) return slugFrom(name)
  const { pinyin } = await import('pinyin-pro')
  return slugFrom(name.replace(/\p{Script=Han}+/gu, (words) => ` ${pinyin(words, { toneType: 'none' })} `))
}
