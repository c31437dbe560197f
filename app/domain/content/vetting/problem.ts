/** Every reason for which MDX is refused. */
export const MDX_PROBLEM_CODES = [
  'too-large',
  'too-deep',
  'front-matter-language',
  'front-matter-unclosed',
  'front-matter-syntax',
  'front-matter-shape',
  'front-matter-again',
  'syntax',
  'esm',
  'expression',
  'html',
  'element',
  'attribute',
  'placement',
  'children',
  'url',
  'node',
  'note',
  'mark',
] as const

export type MdxProblemCode = (typeof MDX_PROBLEM_CODES)[number]

/** One refusal. `line` and `column` count from 1 in the whole file, front matter included. */
export type MdxProblem = { code: MdxProblemCode; message: string; line: number; column: number }

/** A place in the file as the parsers report it; anything missing becomes the start of the file. */
export type MdxPoint = { line?: number | undefined; column?: number | undefined }

export function mdxProblem(code: MdxProblemCode, message: string, point: MdxPoint = {}): MdxProblem {
  return { code, message, line: point.line ?? 1, column: point.column ?? 1 }
}
