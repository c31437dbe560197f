declare module 'email-providers' {
  /** Domains at which anybody can have an address. */
  const domains: string[]
  export default domains
}
