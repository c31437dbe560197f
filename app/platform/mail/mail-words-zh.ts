import type { AskFacts, MailLanguage } from './mail-language'

const KINDS: Record<AskFacts['kind'], string> = {
  quote: '询价',
  'sign-up': '注册',
  question: '咨询',
  call: '回电请求',
}

export const MAIL_ZH: MailLanguage = {
  verifyAddress: ({ center, href, code, hours }) => ({
    subject: `请确认您在 ${center} 使用的邮箱`,
    lines: [`有人在 ${center} 的体验中心填写了此邮箱。如果是您本人，请在您要使用的浏览器中确认：`],
    link: { label: '在此浏览器中确认', href },
    after: [
      `是在另一个浏览器中填写的吗？请在那里的“我的试用”中输入此验证码：${code}`,
      `链接和验证码各只能使用一次，${hours} 小时内有效。请勿告诉任何人。`,
      '如果不是您本人，无需任何操作：没有您的确认，任何人都看不到与此邮箱有关的内容。',
    ],
  }),
  newAsk: ({ center, href, kind, name, company, email, plan, message }) => ({
    subject: `${company} 提出${KINDS[kind]}`,
    lines: [
      `${company} 的 ${name} 在 ${center} 的体验中心提出${KINDS[kind]}。`,
      `邮箱：${email}`,
      ...(plan ? [`套餐：${plan}`] : []),
      ...(message ? [message] : []),
    ],
    link: { label: '打开此请求', href },
    after: ['您收到此邮件，是因为体验中心的设置中写有您的邮箱。'],
  }),
  manyAsks: ({ center, href, most }) => ({
    subject: `${center} 本小时收到超过 ${most} 个请求`,
    lines: [
      `本小时内，${center} 的体验中心收到了超过 ${most} 个请求。本小时内其余的请求不再逐一发送邮件，全部请求都在收件箱中。`,
    ],
    link: { label: '打开收件箱', href },
    after: ['您收到此邮件，是因为体验中心的设置中写有您的邮箱。'],
  }),
}
