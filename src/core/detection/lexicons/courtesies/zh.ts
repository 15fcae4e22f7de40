import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const chineseCourtesies: CourtesyLexicon = {
  courtesy: `谢谢 | 謝謝 | 多谢 | 多謝 | 感谢 | 感謝 | 谢了 | 非常感谢 | 谢谢你 | 谢谢您 | 好的 | 好 | 好吧 | 好滴 | 好嘞 | 行 | 可以 | 没问题 | 明白了 | 明白 | 知道了 | 了解
    | 收到 | 嗯 | 嗯嗯 | 太好了 | 再见 | 拜拜 | 不用了 | 不用了谢谢 | 没了 | 没有了 | 没事了 | 就这些 | 辛苦了 | 晚安 | 祝你愉快 | ok`,
  glue: `你 | 您 | 了 | 啊 | 啦 | 哦 | 的 | 呀 | 那 | 帮助 | 您的帮助 | 你的帮助 | 的帮助 | 非常 | 太 | 十分 | 大家 | 吧 | 就 | 先这样 | 那就这样`,
};
