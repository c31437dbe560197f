import type { ApiScope } from '~/domain/access/api-scopes'

/** The locale key of a scope: a colon would separate namespaces. */
export const scopeWord = (scope: ApiScope): string => scope.replace(':', '-')
