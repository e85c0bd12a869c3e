import type { Command } from '../command.ts'
import { accountList } from './account.ts'
import { backup } from './backup.ts'
import { doctor } from './doctor.ts'
import { importFiles } from './import.ts'
import { keyAdd, keyList, keyRemove } from './key.ts'
import { memberAdd, memberList, memberRemove } from './member.ts'
import { modelDiff, modelShow, modelTemplates, modelVersions } from './model.ts'
import { modelBacktest } from './model-backtest.ts'
import { modelDraft, modelPublish, modelRollback, modelSign } from './model-draft.ts'
import { modelLint } from './model-lint.ts'
import { modelPreview } from './model-preview.ts'
import { modelTest } from './model-test.ts'
import { ownerLink } from './owner.ts'
import { personExplain } from './person.ts'
import { personMerge, personUnmerge } from './person-merge.ts'
import { quarantineDiscard, quarantineList, quarantineReplay, quarantineShow } from './quarantine.ts'
import { rescore } from './rescore.ts'
import { restore } from './restore.ts'
import { sourceAdd, sourceSecret } from './source.ts'
import { sourceBackfill, sourceConnect, sourceDisconnect } from './source-api.ts'
import { sourceList, sourceRejected, sourceShow } from './source-list.ts'
import { sourceFetch, sourcePulls } from './source-pulls.ts'
import { webinarList, webinarReconcile } from './webinar.ts'
import { workspaceCreate, workspaceList } from './workspace.ts'

/** Every command, in the order of the help text. */
export const commands: Command[] = [
  workspaceCreate,
  workspaceList,
  ownerLink,
  memberAdd,
  memberList,
  memberRemove,
  keyAdd,
  keyList,
  keyRemove,
  sourceAdd,
  sourceSecret,
  sourceList,
  sourceShow,
  sourceRejected,
  sourceConnect,
  sourceDisconnect,
  sourceFetch,
  sourceBackfill,
  sourcePulls,
  importFiles,
  webinarList,
  webinarReconcile,
  personExplain,
  personMerge,
  personUnmerge,
  modelShow,
  modelVersions,
  modelTemplates,
  modelDraft,
  modelDiff,
  modelLint,
  modelTest,
  accountList,
  modelPreview,
  modelBacktest,
  modelSign,
  modelPublish,
  modelRollback,
  rescore,
  quarantineList,
  quarantineShow,
  quarantineReplay,
  quarantineDiscard,
  backup,
  restore,
  doctor,
]
