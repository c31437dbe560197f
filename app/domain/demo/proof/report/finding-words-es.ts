import { firstNamed, type FindingWords } from './finding-words'

type Lost = { ways: number; more: number }

const ways = ({ ways: count }: Lost) => (count > 1 ? ` (por ${count} caminos)` : '')
const more = ({ more: count }: Lost) => (count > 0 ? ` Hay ${count} lugares más como este.` : '')

function unseen(kind: string, ids: readonly string[]): string[] {
  const named = firstNamed(ids, (left) => ` y ${left} más`)
  return named === '' ? [] : [`${kind} ${named}`]
}

export const FINDINGS_ES: FindingWords = {
  'unreachable-state': ({ state }, { state: name }) =>
    `Nada de lo que un interesado puede hacer con los datos dados lleva a ${name(state)}. Añada una transición que lleve a él, un dato que la tome, o quítelo.`,
  'untaken-transition': ({ behind }) =>
    behind === null
      ? 'Esta transición no se toma nunca con los datos dados. Añada a los ejemplos un dato que la tome, o quítela.'
      : `Esta alternativa no se prueba nunca, porque siempre se toma la anterior (${behind}). Ponga a esa una condición que pueda fallar, cambie el orden o quite esta.`,
  'transition-without-control': ({ event, state, screens }, names) =>
    `${names.state(state)} acepta ${event}, pero nada de lo que se ve ${screens.length === 0 ? 'allí' : `en ${names.screens(screens)}`} lo envía mientras se está en ese estado. Ponga un control en la pantalla, mire qué lo oculta, o quite la transición.`,
  'control-without-taker': ({ event, states }, names) =>
    `Este control se ve en ${names.states(states)}, donde nada acepta ${event}: pulsarlo no hace nada. Acepte allí el evento, oculte el control con «if», o dé otra pantalla al estado.`,
  'guard-never-true': ({ source }) =>
    `Esta condición no se cumple nunca con los datos dados, así que lo que sigue no se hace nunca: ${source}. Añada un dato que la cumpla, corríjala o quítela.`,
  'guard-never-false': ({ source, shadowed }) =>
    `Esta condición se cumple siempre con los datos dados: ${source}. ${shadowed > 0 ? 'Las alternativas que la siguen no se prueban nunca. ' : ''}Añada un dato que no la cumpla, o quite la condición.`,
  'undone-task': ({ task, where, plan, role }, names) =>
    ({
      nowhere: `${names.task(task)} no se completa nunca, se pruebe lo que se pruebe con los datos dados. Revise su expresión «done».`,
      'not-here': `${names.task(task)} no se puede completar nunca como ${names.role(role)} en ${plan}, así que allí no se puede llegar a la puntuación máxima. Hágala opcional, o indique la función que muestra.`,
      'not-together': `${names.task(task)} se puede completar, pero no en el mismo camino al éxito que las demás tareas obligatorias. Hágala opcional, o abra un camino que las complete todas.`,
    })[where],
  'task-done-at-start': ({ task, plan, role }, names) =>
    `${names.task(task)} cuenta como completada antes de que el interesado haya hecho nada${plan === null || role === null ? '' : ` como ${names.role(role)} en ${plan}`}. Haga que su «done» dependa de algo que solo pueda conseguir el interesado.`,
  'task-undone-later': ({ task, again }, names) =>
    `Tras estos pasos la condición de ${names.task(task)} ya no se cumple, pero la tarea sigue completada: cuenta desde el primer momento en que se cumplió.${again ? ' Más tarde puede volver a cumplirse, y cuenta una sola vez.' : ''} Si lo que se deshace no debe contar, haga que dependa de algo que perdure.`,
  stranded: (lost, names) =>
    `Desde ${names.states(lost.states)} ya no se puede llegar al éxito${ways(lost)}: solo queda empezar de nuevo. Añada una transición que lleve adelante o atrás, o una condición antes de este paso.${more(lost)}`,
  'dead-end': (lost, names) =>
    `${names.states(lost.states)} es un callejón sin salida${ways(lost)}: no se puede pulsar nada de lo que se ve, y no es un final. Añada un control que lleve adelante o atrás, o hágalo final.${more(lost)}`,
  'parallel-blocked': ({ parallel, blocked, others, canLeave }, names) =>
    `Dentro de ${names.state(parallel)}, ${names.states(blocked)} no puede avanzar una vez que la otra parte ha llegado a ${names.states(others)}: ${canLeave ? 'solo queda salir de ambas' : 'ambas quedan atascadas y el éxito queda fuera de alcance'}. Deje que avance esté donde esté la otra parte, o impida que la otra llegue allí antes.`,
  'no-success': ({ plan, role }, names) =>
    `Empezando como ${names.role(role)} en ${plan}, no se llega a ningún «final: success» con los datos dados. Los pasos llevan a un punto desde el que ya no se avanza.`,
  'budget-exhausted': ({ configurations, open, states, transitions, tasks }) => {
    const left = [
      ...unseen('estados', states),
      ...unseen('transiciones', transitions),
      ...unseen('tareas', tasks),
    ]
    const covered =
      left.length > 0
        ? `Sin ver hasta ahora: ${left.join('; ')}.`
        : 'Se vieron todos los estados, transiciones y tareas.'
    return `Sin verificar: se llegó al límite tras ${configurations} configuraciones, ${open} de ellas sin explorar. ${covered} Amplíe el límite de la verificación, o limite lo que puede acumularse (filas que se añaden sin fin, contadores).`
  },
  'expression-failed': ({ reason }) => `Esta expresión falla: ${reason}`,
}
