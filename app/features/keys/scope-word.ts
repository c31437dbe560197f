import type { ApiScope } from '~/domain/access/api-scopes'

/** The key of a scope's words: a colon parts namespaces there. */
export const scopeWord = (scope: ApiScope): string => scope.replace(':', '-')
