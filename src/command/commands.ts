import {approve} from './approve.ts'
import {check} from './check.ts'
import {explain} from './explain.ts'
import {helpCommand} from './help.ts'
import {newSite} from './new.ts'
import {planImport, planShow} from './plan.ts'
import {refreshCommand} from './refresh.ts'
import {score} from './score.ts'
import {serveCommand} from './serve.ts'
import type {Command} from './shape.ts'
import {attest, end, note, suspend, waive} from './sign.ts'
import {verifyCommand} from './verify.ts'
import {withdraw} from './withdraw.ts'

/** Every command, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  serveCommand,
  planImport,
  planShow,
  refreshCommand,
  score,
  explain,
  check,
  verifyCommand,
  approve,
  attest,
  waive,
  suspend,
  end,
  withdraw,
  note,
  newSite,
  helpCommand(() => commands),
]
