import type { Channel } from '~/domain/trial/channels'

/**
 * Hosts by channel. `*.name` matches the name and all its subdomains; `~` stands for any public suffix, for sources
 * with a domain in each country. The most specific entry wins, so that a product of a search engine such as
 * `docs.google.com` does not count as search. Apps are listed by package name.
 */
export const SOURCE_HOSTS: Partial<Record<Channel, readonly string[]>> = {
  search: [
    ...['google.~', 'images.google.~', 'scholar.google.~', 'encrypted.google.~', 'cse.google.~', 'g.cn'],
    ...['yahoo.~', '*.search.yahoo.~', 'bing.com', 'cn.bing.com', 'yandex.~', 'ya.ru', 'search.msn.com'],
    ...['baidu.com', 'so.com', 'haosou.com', 'sogou.com', 'sm.cn', '*.sm.cn', 'so.toutiao.com', 'so.360.cn'],
    ...['search.brave.com', '*.duckduckgo.com', 'ecosia.org', 'qwant.com', '*.startpage.com', 'kagi.com'],
    ...['mojeek.com', 'swisscows.com', 'metager.org', 'metager.de', 'petalsearch.com', 'presearch.com'],
    ...['search.naver.com', 'm.search.naver.com', 'naver.com', 'search.daum.net', 'm.search.daum.net'],
    ...['seznam.cz', 'search.seznam.cz', 'go.mail.ru', 'nova.rambler.ru', 'coccoc.com', 'search.aol.com'],
    ...['aol.com', 'ask.com', 'lycos.com', 'search.marginalia.nu', 'search.yahoo.co.jp', 'lens.google.com'],
    ...['com.google.android.googlequicksearchbox', 'com.microsoft.bing', 'com.baidu.searchbox'],
    ...['com.google.android.apps.searchlite', 'com.duckduckgo.mobile.android', 'com.qwant.liberty'],
    ...['com.ecosia.android', 'image.baidu.com'],
  ],
  assistant: [
    ...['chatgpt.com', 'chat.openai.com', '*.perplexity.ai', '*.claude.ai', 'gemini.google.com'],
    ...['bard.google.com', 'notebooklm.google.com', 'copilot.microsoft.com', 'copilot.cloud.microsoft'],
    ...['m365.cloud.microsoft', 'edgeservices.bing.com', 'poe.com', 'you.com', 'pi.ai', 'phind.com'],
    ...['grok.com', 'meta.ai', 'chat.mistral.ai', '*.deepseek.com', 'doubao.com', 'kimi.com'],
    ...['kimi.moonshot.cn', 'yuanbao.tencent.com', 'tongyi.com', 'tongyi.aliyun.com', 'qianwen.com'],
    ...['yiyan.baidu.com', 'chat.baidu.com', 'chatglm.cn', 'chat.qwen.ai', 'duck.ai'],
    ...['com.openai.chatgpt', 'ai.perplexity.app.android', 'com.anthropic.claude'],
    ...['com.google.android.apps.bard', 'com.microsoft.copilot', 'com.deepseek.chat'],
  ],
  email: [
    ...['mail.google.com', 'inbox.google.com', '*.mail.yahoo.~', '*.mail.live.com', 'outlook.live.com'],
    ...['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft', 'outlook.com'],
    ...['mail.qq.com', 'wx.mail.qq.com', 'exmail.qq.com', '*.mail.163.com', '*.mail.126.com'],
    ...['*.mail.yeah.net', 'mail.sina.com.cn', 'mail.sina.cn', 'mail.sohu.com', '*.mail.139.com'],
    ...['mail.189.cn', 'mail.aliyun.com', 'qiye.aliyun.com', 'mail.proton.me', '*.fastmail.com'],
    ...['mail.zoho.~', 'mail.aol.com', 'mail.yandex.~', '*.e.mail.ru', 'mail.ru', 'mail.naver.com'],
    ...['mail.daum.net', '*.gmx.~', 'mail.com', 'tutanota.com', 'app.tuta.com', 'mail.rediff.com'],
    ...['com.google.android.gm', 'com.microsoft.office.outlook', 'com.yahoo.mobile.client.android.mail'],
    ...['com.samsung.android.email.provider', 'com.tencent.androidqqmail', 'com.netease.mail'],
    ...['ch.protonmail.android', 'com.fsck.k9', 'com.google.android.gm.lite', 'net.thunderbird.android'],
    // Redirect pages of mail providers and newsletters.
    ...['deref-gmx.net', 'deref-mail.com', 'deref-web.de', '*.mailchi.mp', '*.campaign-archive.com'],
    ...['*.list-manage.com'],
  ],
  social: [
    ...['*.facebook.com', '*.fb.com', 'fb.me', '*.messenger.com', 'm.me', '*.instagram.com', 'ig.me'],
    ...['*.threads.net', '*.threads.com', '*.twitter.com', '*.x.com', 't.co', '*.linkedin.com', 'lnkd.in'],
    ...['*.reddit.com', 'redd.it', '*.youtube.com', 'youtu.be', '*.youtube-nocookie.com', '*.vimeo.com'],
    ...['*.tiktok.com', '*.pinterest.~', 'pin.it', '*.tumblr.com', '*.snapchat.com', '*.quora.com'],
    ...['*.discord.com', 'discord.gg', 't.me', '*.telegram.org', 'telegram.me', '*.whatsapp.com', 'wa.me'],
    ...['*.bsky.app', 'mastodon.social', 'mastodon.online', '*.xing.com', '*.vk.com', 'vk.ru', 'ok.ru'],
    ...['*.medium.com', 'news.ycombinator.com', 'lobste.rs', '*.producthunt.com', '*.slideshare.net'],
    ...['*.meetup.com', '*.twitch.tv', '*.line.me', '*.weibo.com', '*.weibo.cn', 't.cn', '*.zhihu.com'],
    ...['*.xiaohongshu.com', 'xhslink.com', '*.douyin.com', '*.iesdouyin.com', '*.kuaishou.com'],
    ...['*.bilibili.com', 'b23.tv', '*.douban.com', '*.tieba.baidu.com', '*.weixin.qq.com', '*.qzone.qq.com'],
    ...['wechat.com', '*.juejin.cn', '*.v2ex.com'],
    ...['com.facebook.katana', 'com.facebook.orca', 'com.instagram.android', 'com.twitter.android'],
    ...['com.linkedin.android', 'com.reddit.frontpage', 'com.google.android.youtube', 'com.pinterest'],
    ...['com.whatsapp', 'org.telegram.messenger', 'com.discord', 'com.zhiliaoapp.musically'],
    ...['com.tencent.mm', 'com.tencent.mobileqq', 'com.sina.weibo', 'com.zhihu.android', 'com.xingin.xhs'],
    ...['com.facebook.lite', 'com.facebook.mlite', 'com.instagram.lite', 'com.instagram.barcelona'],
    ...['com.twitter.android.lite', 'com.whatsapp.w4b', 'org.telegram.plus', 'org.telegram.messenger.web'],
    ...['com.ss.android.ugc.trill', 'xyz.blueskyweb.app', 'com.linkedin.android.lite'],
    ...['com.ss.android.ugc.aweme', 'tv.danmaku.bili', 'com.snapchat.android', 'com.quora.android'],
  ],
  paid: ['*.doubleclick.net', '*.googleadservices.com', '*.googlesyndication.com', '*.taboola.com'],
  // The package lists these as search.
  referral: ['*.amazon.~', '*.apple.~', 'digg.com', 'zhidao.baidu.com', 'news.google.com'],
}
