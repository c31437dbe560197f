import type { z } from 'zod'
import type { Permission } from '~/domain/access/permissions'
import type { AuditAction } from '~/domain/audit/actions'
import { auditOf } from '../audit/record-audit'
import type { Audit } from '../audit/record-audit'
import type { Context } from '../context/context'
import { parseInput } from '../http/parse-input'
import { admit } from './admit'
import type { Admission, Admitted } from './admit'

interface Declaration<
  By extends Admission,
  Schema extends z.ZodType | undefined,
  Actions extends readonly AuditAction[],
  Needs extends readonly Permission[],
> {
  /** Whom the use case lets in; asked before anything else. */
  permission: By
  /** What it is given. Without a schema it is given nothing. */
  input?: Schema
  /** What it writes to the audit. */
  audit?: Actions
  /** Permissions that depend on the input or on what is stored: the use case asks with `need`. */
  mayNeed?: Needs
}

/** Asks for a permission that the use case declared with `mayNeed`. @throws DomainError `forbidden` */
export type Need<One extends Permission> = (permission: One) => void

interface Given<
  By extends Admission,
  Schema extends z.ZodType | undefined,
  Actions extends readonly AuditAction[],
  Needs extends readonly Permission[],
> {
  ctx: Admitted<By>
  input: Schema extends z.ZodType ? z.output<Schema> : undefined
  audit: Audit<Actions[number]>
  need: Need<Needs[number]>
}

type Call<Schema> = Schema extends z.ZodType ? { ctx: Context; input: z.input<Schema> } : { ctx: Context }

/** What a use case says of itself. */
export interface VerbDeclaration {
  readonly permission: Admission
  readonly input: z.ZodType | undefined
  readonly audit: readonly AuditAction[]
  readonly mayNeed: readonly Permission[]
}

const DECLARED = Symbol('verb')

/**
 * A use case, in this order: who asks is let in or refused, the input is parsed once by its schema, the handler does the
 * work with what the schema gave. It is called with `{ ctx, input }` and carries its declaration for tests and tools.
 *
 * ```ts
 * export const revokeKey = verb(
 *   { permission: 'keys.manage', input: revokeKeySchema, audit: ['key.revoke'] },
 *   async ({ ctx, input: { id }, audit }): Promise<void> => { … },
 * )
 * ```
 *
 * @throws DomainError as `admit`; `invalid-input` with `issues`; and what the handler refuses
 */
export function verb<
  By extends Admission,
  Output,
  Schema extends z.ZodType | undefined = undefined,
  const Actions extends readonly AuditAction[] = [],
  const Needs extends readonly Permission[] = [],
>(
  declaration: Declaration<By, Schema, Actions, Needs>,
  handler: (given: Given<By, Schema, Actions, Needs>) => Promise<Output> | Output,
): ((call: Call<Schema>) => Promise<Output>) & VerbDeclaration {
  const { permission, input: schema, audit = [], mayNeed = [] } = declaration
  const run = async (call: { ctx: Context; input?: unknown }): Promise<Output> => {
    const { ctx } = call
    admit(ctx, permission)
    return handler({
      ctx: ctx as Admitted<By>,
      input: (schema ? parseInput(schema, call.input) : undefined) as Given<
        By,
        Schema,
        Actions,
        Needs
      >['input'],
      audit: auditOf(ctx),
      need: (needed) => admit(ctx, needed),
    })
  }
  return Object.assign(run, { [DECLARED]: true, permission, input: schema, audit, mayNeed })
}

/** True for what `verb` made. */
export function isVerb(value: unknown): value is VerbDeclaration & ((call: unknown) => Promise<unknown>) {
  return typeof value === 'function' && DECLARED in value
}
