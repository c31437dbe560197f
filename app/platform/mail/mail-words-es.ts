import type { AskFacts, MailLanguage } from './mail-language'

const KINDS: Record<AskFacts['kind'], string> = {
  quote: 'un presupuesto',
  'sign-up': 'un registro',
  question: 'una respuesta',
  call: 'una llamada',
}

export const MAIL_ES: MailLanguage = {
  verifyAddress: ({ center, href, code, hours }) => ({
    subject: `Confirme su dirección para ${center}`,
    lines: [
      `Alguien indicó esta dirección en el centro de experiencia de ${center}. Si fue usted, confírmela en el navegador que quiera usar:`,
    ],
    link: { label: 'Confirmar en este navegador', href },
    after: [
      `¿La indicó en otro navegador? Escriba allí este código, en «Mis pruebas»: ${code}`,
      `El enlace y el código sirven una sola vez cada uno, durante ${hours} horas. No se los dé a nadie.`,
      'Si no fue usted, no haga nada: mientras no la confirme, nadie verá nada relacionado con esta dirección.',
    ],
  }),
  newAsk: ({ center, href, kind, name, company, email, plan, message }) => ({
    subject: `${company} pide ${KINDS[kind]}`,
    lines: [
      `${name}, de ${company}, pide ${KINDS[kind]} en el centro de experiencia de ${center}.`,
      `Correo: ${email}`,
      ...(plan ? [`Plan: ${plan}`] : []),
      ...(message ? [message] : []),
    ],
    link: { label: 'Abrir la solicitud', href },
    after: ['Recibe este mensaje porque su dirección figura en los ajustes del centro de experiencia.'],
  }),
  manyAsks: ({ center, href, most }) => ({
    subject: `Más de ${most} solicitudes en ${center} esta hora`,
    lines: [
      `En esta hora llegaron más de ${most} solicitudes al centro de experiencia de ${center}. No recibirá más mensajes esta hora. Todas las solicitudes están en la bandeja.`,
    ],
    link: { label: 'Abrir la bandeja', href },
    after: ['Recibe este mensaje porque su dirección figura en los ajustes del centro de experiencia.'],
  }),
}
