import { expect, test } from 'vitest'
import { API_SCOPES } from '~/domain/access/api-scopes'
import type { ApiScope } from '~/domain/access/api-scopes'
import { STAFF_ROLES, isAllowed, isInScope } from '~/domain/access/permissions'
import type { Permission } from '~/domain/access/permissions'
import { AUDIT_SUBJECTS } from '~/domain/audit/actions'
import type { Actor, Context } from '~/platform/context/context'
import type { Admission } from '~/platform/verb/admit'
import { isVerb } from '~/platform/verb/verb'
import type { VerbDeclaration } from '~/platform/verb/verb'

type Verb = VerbDeclaration & ((call: unknown) => Promise<unknown>)
type Asker = Pick<Context, 'actor' | 'visitor'>

const files = import.meta.glob<Record<string, unknown>>('/app/features/**/*.server.{ts,tsx}', { eager: true })
const callers = import.meta.glob<string>(['/app/{routes,host}/**/*.{ts,tsx}', '!**/*.test.{ts,tsx}'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const verbsIn = (file: Record<string, unknown>) =>
  Object.entries(file).filter((entry): entry is [string, Verb] => isVerb(entry[1]))
const verbs = Object.values(files).flatMap(verbsIn)

/** Every use case by its permission. A new one must be added here, so that a change of permissions is noticed. */
const EXPECTED: Partial<Record<Admission, string>> = {
  anyone: `findCheckout followSearch listAddresses listDemos listMyAddresses listMyGoals listMyTrials
    listPages listPosts openMedium openResumeLink openShare readComparison readConfirmLink readDemo
    readDemoPicture readInvitation readMessages readPlans readRating readReceipt readRemarks
    readText readUnfinished recordConsent recordLanding renderGlimpse searchHelp signIn signOut
    unsubscribe`,
  visitor: `acceptEvents askPerson confirmAddress enterCode eraseVisitor exportVisitor joinAccount
    makeResumeLink rateTrial readTrial recordConversion recordMessageFate recordRemark recordView
    removeRemark sendAgain startTrial`,
  'signed-in': `changePassword wantAlertMail`,
  system: `findFarms judgeYesterday purgeOldData recountPast runSchedule sendBoardMails`,
  'accounts.manage': `addDomain changeMembers createAccount listAccounts makeInvitation mergeAccounts readAccount
    removeAccount removeDomain revokeInvitation splitAccount unmergeAccount`,
  'alerts.manage': `markSeen switchMeasure`,
  'asks.answer': `changeAsk changeFeedback`,
  'asks.read': `countNewAsks listAsks readAsk`,
  'audit.read': `exportAudit listAudit listAuditActors`,
  'boards.read': `countSegment exportCosts exportTable listAlerts listBoards listCosts listFarms listQuietNotes listSavedFunnels
    listSavedQueries listSegmentNames listSegments listSplits openSavedFunnel openSegment
    readAccountFile readAccounts readBoardTables readBreakdown readBreakdownFile readChannelFile readChannels readCohorts readConversion
    readCostBoard readDemoBoard readDemoDifferences readDemoImpact readDemoPaths readFunnel readOverview readSavedQuery readSplit
    watchNewTrials`,
  'boards.save': `duplicateSavedQuery removeSavedQuery restoreSavedQuery saveQuery`,
  'conversions.manage': `acceptReports checkFile importFile matchConversion withdrawConversion`,
  'conversions.read': `exportConversions listConversions`,
  'costs.manage': `changeCost checkCostFile createCost importCostFile makeCostTemplate removeCost restoreCost`,
  'documents.edit': `addComment addMedium askReview beginDemo confirmText createDocument deleteDraft
    describeMedium discardChanges listBlocks pushContent readBlock removeMedium resolveComment saveDraft
    saveFile withdrawReview`,
  'documents.publish': `cancelSchedule decideReview importContent publishDocument publishReviewed
    publishTogether restoreDocument rollBack schedulePublishing`,
  'documents.read': `checkDraft countPurgeable findFindings listAttention listChoices listDocuments listMedia
    listRevisions notePresence previewDemo previewText proveDraft pullContent readDocument readMedium
    readReviews readRevision readRevisionChanges rehearseDraft`,
  'documents.retire': `retireDocument scheduleRetirement`,
  'keys.manage': `listKeys makeKey revokeKey`,
  'outbox.read': `listMails readMail sendMailAgain`,
  'people.manage': `createPerson`,
  'shares.manage': `changeBoardMail listOutlets revokeShare scheduleBoardMail shareBoard`,
  'simulated.remove': `removeSimulated`,
  'splits.manage': `openSplitForm startSplit stopSplit`,
  'targets.manage': `setTarget undoTarget`,
  'trials.judge': `dismissFarm ruleOnTrial`,
  'trials.note': `addNote changeNote removeNote restoreNote`,
  'trials.read': `chooseColumns compareTrials findOwnColumns listFunnelUnits listRawTrials listTrials readAccountBoard readFeedback
    readReplay`,
  'webhooks.manage': `addWebhook listWebhooks removeWebhook testWebhook`,
}

const staff = (roles: (typeof STAFF_ROLES)[number][]): Actor => ({
  ...{ kind: 'staff', id: 'p1', name: 'Lin', email: 'lin@alder.example' },
  roles,
})

const key = (scopes: ApiScope[]): Actor => ({ kind: 'key', id: 'k1', name: 'CRM', scopes })

const ASKERS: { who: string; asker: Asker; holds: (permission: Permission) => boolean }[] = [
  { who: 'nobody', asker: { actor: { kind: 'public' }, visitor: null }, holds: () => false },
  {
    who: 'visitor',
    asker: { actor: { kind: 'public' }, visitor: { id: 'v1', persistent: true } },
    holds: () => false,
  },
  { who: 'staff without a role', asker: { actor: staff([]), visitor: null }, holds: () => false },
  ...STAFF_ROLES.map((role) => ({
    who: role,
    asker: { actor: staff([role]), visitor: null },
    holds: (permission: Permission) => isAllowed([role], permission),
  })),
  ...API_SCOPES.map((scope) => ({
    who: scope,
    asker: { actor: key([scope]), visitor: null },
    holds: (permission: Permission) => isInScope([scope], permission),
  })),
  {
    who: 'system',
    asker: { actor: { kind: 'system', name: 'start' }, visitor: null },
    holds: () => true,
  },
]

function isAdmitted(permission: Admission, { asker, holds }: (typeof ASKERS)[number]): boolean {
  switch (permission) {
    case 'anyone':
      return true
    case 'visitor':
      return asker.visitor !== null
    case 'signed-in':
      return asker.actor.kind === 'staff'
    case 'system':
      return asker.actor.kind === 'system'
    default:
      return holds(permission)
  }
}

/**
 * A context in which only the actor may be read; a use case that admits the actor reads more, or refuses the
 * input.
 */
const untouchable = (asker: Asker): Asker =>
  new Proxy(asker, {
    get: (target, name) => {
      if (name in target) return target[name as keyof Asker]
      throw new Error(`${String(name)} was touched.`)
    },
  })

/** Whether the call ended with one of the refusals that an admission has. */
async function isRefused(verb: Verb, asker: Asker): Promise<boolean> {
  const refusals = verb.permission === 'visitor' ? ['not-found'] : ['unauthenticated', 'forbidden']
  try {
    await verb({ ctx: untouchable(asker), input: undefined })
    return false
  } catch (error) {
    return refusals.includes(String((error as { code?: string }).code))
  }
}

test('every use case lets in whom the list says', () => {
  const found: Partial<Record<Admission, string[]>> = {}
  for (const [name, { permission }] of verbs) (found[permission] ??= []).push(name)
  const listed = Object.entries(EXPECTED).map(([by, names]) => [by, names.split(/\s+/)])
  for (const names of Object.values(found)) names.sort()
  expect(found).toEqual(Object.fromEntries(listed))
})

test.each(verbs)(
  '%s lets in exactly those that the matrix lets in, before it reads anything',
  async (_, verb) => {
    for (const each of ASKERS) {
      const refused = await isRefused(verb, each.asker)
      expect({ who: each.who, refused }).toEqual({
        who: each.who,
        refused: !isAdmitted(verb.permission, each),
      })
    }
  },
)

test('a file holds one use case', () => {
  const crowded = Object.entries(files).filter(([, file]) => verbsIn(file).length > 1)
  expect(crowded.map(([path]) => path)).toEqual([])
})

test('every action of the audit is written by a use case', () => {
  const written = new Set(verbs.flatMap(([, { audit }]) => audit))
  expect([...written].sort()).toEqual(Object.keys(AUDIT_SUBJECTS).sort())
})

/** Functions that are no verbs: they read nothing protected, call use cases, or run inside one. */
const HELPERS = [
  'BOARD_NAMES',
  'answered',
  'cleanDrawing',
  'commandFields',
  'consentState',
  'createCollector',
  'demoTitles',
  'documentOf',
  'makeSession',
  'mayHaveTrials',
  'publishedDemo',
  'readCenterFrame',
  'readOtherPlanWork',
  'readPatience',
  'readVideo',
  'renderMdx',
  'renderScreen',
  'reportConversions',
  'reviewFields',
  'runAccountCommand',
  'runCommand',
  'runNoteForm',
  'runReviewCommand',
  'runSavedRow',
  'takeUpload',
  'type ReadTrial',
  'uploadFields',
  'withPlanTables',
]

/** The names that a module imports from a `.server` file of a feature, with that file. */
const takenBy = (text: string) =>
  [...text.matchAll(/import \{([^}]*)\} from '~(\/features\/[^']*\.server)'/g)].flatMap(
    ([, names = '', from]) => {
      const file = files[`/app${from}.ts`] ?? files[`/app${from}.tsx`] ?? {}
      return names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => ({ name, value: file[name] }))
    },
  )

test('what routes and the host take from the features are use cases, and a few helpers', () => {
  const taken = Object.values(callers).flatMap(takenBy)
  const others = new Set(taken.filter(({ value }) => !isVerb(value)).map(({ name }) => name))
  expect([...others].sort()).toEqual(HELPERS)
})
