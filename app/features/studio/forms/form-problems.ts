import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { YamlPath } from '~/domain/content/edit/yaml-change'

/** The problems told at a field: those of its place, and with `deep` those of places below it. */
export function problemsAt(
  problems: readonly FileProblem[],
  path: YamlPath,
  { deep = false }: { deep?: boolean } = {},
): FileProblem[] {
  const at = path.join('.')
  return problems.filter((problem) => problem.at === at || (deep && problem.at.startsWith(`${at}.`)))
}
