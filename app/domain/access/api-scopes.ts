/** What an API key may do. */
export const API_SCOPES = ['conversions:write', 'conversions:read', 'boards:read', 'trials:read'] as const

export type ApiScope = (typeof API_SCOPES)[number]
