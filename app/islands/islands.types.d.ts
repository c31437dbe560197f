/** The address of the script of reading pages; see `scripts/islands-plugin.mjs`. */
declare module 'virtual:islands' {
  const href: string
  export default href
}
