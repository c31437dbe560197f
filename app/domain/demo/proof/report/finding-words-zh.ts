import { firstNamed, type FindingWords } from './finding-words'

type Lost = { ways: number; more: number }

const ways = ({ ways: count }: Lost) => (count > 1 ? `（有 ${count} 种走法）` : '')
const more = ({ more: count }: Lost) => (count > 0 ? `还有 ${count} 处类似情况。` : '')

function unseen(kind: string, ids: readonly string[]): string[] {
  const named = firstNamed(ids, (left) => ` 等，另有 ${left} 个`)
  return named === '' ? [] : [`${kind} ${named}`]
}

export const FINDINGS_ZH: FindingWords = {
  'unreachable-state': ({ state }, { state: name }) =>
    `用现有的样例，试用者怎么操作都到不了${name(state)}。请加一条通向它的转移、加一个能走到它的样例，或者删掉它。`,
  'untaken-transition': ({ behind }) =>
    behind === null
      ? '用现有的样例，这条转移从未发生。请在 samples 中加一个会走这条转移的样例，或者删掉它。'
      : `这一项从未被尝试，因为它前面的一项（${behind}）总会先被选中。请给前一项加上可能不成立的条件、调整顺序，或者删掉这一项。`,
  'transition-without-control': ({ event, state, screens }, names) =>
    `${names.state(state)}接受 ${event}，但停在这里时，${screens.length === 0 ? '界面上' : `${names.screens(screens)}界面上`}没有任何控件会发送它。请在界面上加一个控件、检查是什么把它隐藏了，或者删掉这条转移。`,
  'control-without-taker': ({ event, states }, names) =>
    `这个控件在${names.states(states)}时可见，但那里没有转移接受 ${event}：点了也没有反应。请在那里接受这个事件、用 if 隐藏控件，或者让该状态使用另一个界面。`,
  'guard-never-true': ({ source }) =>
    `用现有的样例，这个条件从不成立，后面的内容也就从不执行：${source}。请加一个能使它成立的样例、修改条件，或者删掉它。`,
  'guard-never-false': ({ source, shadowed }) =>
    `用现有的样例，这个条件总是成立：${source}。${shadowed > 0 ? '排在它后面的选项从未被尝试。' : ''}请加一个能使它不成立的样例，或者去掉这个条件。`,
  'undone-task': ({ task, where, plan, role }, names) =>
    ({
      nowhere: `用现有的样例，怎么操作都完不成${names.task(task)}。请检查它的 done 表达式。`,
      'not-here': `在 ${plan} 套餐下以${names.role(role)}身份开始，永远完不成${names.task(task)}，也就拿不到满分。请把它设为可选，或者写明它所展示的功能。`,
      'not-together': `${names.task(task)}可以完成，但无法在同一次成功的流程中与其他必做任务一起完成。请把它设为可选，或者提供一条能全部完成的路径。`,
    })[where],
  'task-done-at-start': ({ task, plan, role }, names) =>
    `${plan === null || role === null ? '' : `在 ${plan} 套餐下以${names.role(role)}身份开始时，`}试用者还什么都没做，${names.task(task)}就已算完成。请让 done 条件只有在试用者动手之后才成立。`,
  'task-undone-later': ({ task, again }, names) =>
    `经过这些步骤后，${names.task(task)}的条件不再成立，但任务仍算完成：条件第一次成立时就已计入。${again ? '之后它还可能再次成立，但只计一次。' : ''}如果撤销后不应再算完成，请改用能一直保持的条件。`,
  stranded: (lost, names) =>
    `在${names.states(lost.states)}已无法走到成功${ways(lost)}，只能重新开始。请加一条能继续或返回的转移，或者在这一步之前加条件。${more(lost)}`,
  'dead-end': (lost, names) =>
    `${names.states(lost.states)}是死胡同${ways(lost)}：界面上没有可以操作的控件，而它又不是结束状态。请加一个能继续或返回的控件，或者把它设为 final。${more(lost)}`,
  'parallel-blocked': ({ parallel, blocked, others, canLeave }, names) =>
    `在${names.state(parallel)}中，另一部分走到${names.states(others)}之后，${names.states(blocked)}就无法再前进：${canLeave ? '只能整个离开' : '两边都卡住，无法走到成功'}。请让它不受另一部分所处位置的影响，或者不让另一部分先走到那里。`,
  'no-success': ({ plan, role }, names) =>
    `在 ${plan} 套餐下以${names.role(role)}身份开始，用现有的样例走不到任何“final: success”。下面的步骤会走到无法继续的地方。`,
  'budget-exhausted': ({ configurations, open, states, transitions, tasks }) => {
    const left = [...unseen('状态', states), ...unseen('转移', transitions), ...unseen('任务', tasks)]
    const covered = left.length > 0 ? `尚未看到：${left.join('；')}。` : '所有状态、转移和任务都已看到。'
    return `未能验证：遍历 ${configurations} 个情形后达到上限，其中 ${open} 个未继续展开。${covered}请提高上限，或者限制会不断累积的内容（可无限添加的行、计数器）。`
  },
  'expression-failed': ({ reason }) => `这个表达式求值失败：${reason}`,
}
