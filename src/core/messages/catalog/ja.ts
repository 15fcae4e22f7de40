import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", "{{ team_name }}チーム", "担当チーム");
const wait = known("expected_wait", "お待ちいただく時間の目安は{{ expected_wait }}です。");
const opening = known("next_opening", "{{ next_opening }}に再開いたします。");
const contact = known("contact", "{{ contact }}");

export const japanese: Catalog = {
  "handoff.offer": "担当スタッフとお話しになりますか？それとも、このまま私がご案内を続けましょうか？",
  "handoff.offer.unreadable":
    "音声メッセージやこのようなファイルは読み取ることができません。担当スタッフをお呼びしましょうか？それとも、文字でお書きいただけますか？",
  "handoff.confirmation": `${team}におつなぎしています。これまでの会話は担当者も確認できますので、同じご説明は不要です。${wait}`,
  "handoff.confirmation.urgent": `至急のご用件として、${team}に直接お伝えします。これまでの会話は担当者も確認できますので、同じご説明は不要です。${wait}`,
  "handoff.alerted": `${team}に連絡済みです。この会話は担当者も確認できます。このまま続けてお書きください。`,
  "handoff.after_hours": `ただいま担当チームは営業時間外です。${opening}内容はすべて引き継ぎました。こちらでご返信いたします。`,
  "handoff.holiday": `本日は休業日のため、担当チームは不在です。${opening}内容はすべて引き継ぎました。こちらでご返信いたします。`,
  "handoff.no_agent":
    "ただいま担当者は全員対応中です。順番はそのまま確保し、担当者が入りましたらこちらでお知らせします。",
  "handoff.queue_full":
    "ただいまお問い合わせが集中しており、通常よりお時間をいただく場合があります。ご依頼は受け付けており、失われることはありません。こちらでご返信いたします。",
  "handoff.exhausted":
    "申し訳ございません。まだ担当者が対応できておりません。ご依頼は担当チームがお預かりしており、失われることはありません。こちらでご返信いたします。",
  "handoff.failed": `申し訳ございません。ただいま担当チームにおつなぎできませんでした。しばらくしてからもう一度お試しください。${contact}`,
  "handoff.returned": "再びバーチャルアシスタントがご案内します。ほかにお手伝いできることはありますか？",
  "queue.position": `${known("position", "現在の順番は{{ position }}番目です", "順番はそのまま確保しています")}。${wait}`,
  "queue.next": "次にご案内いたします。担当者がこちらに入ります。",
  "queue.still_waiting": `ありがとうございます。担当チームへの内容に追加しました。順番はそのまま確保しています。${wait}`,
  "wait.later": "承知しました。こちらでお待ちいただく必要はありません。担当チームがこの会話でお返事します。",
  "wait.email": "承知しました。こちらでお待ちいただく必要はありません。担当チームがメールでお返事します。",
  "wait.cancelled":
    "承知しました。これ以上お待ちいただく必要はありません。必要になりましたら、こちらにお書きください。",
  "callback.offer": `お待ちいただく代わりに、こちらからお電話いたしましょうか？${known("slot", "{{ slot }}にお電話できます。")}`,
  "callback.confirmed": `承りました。${known("slot", "{{ slot }}に")}こちらからお電話いたします。`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "担当スタッフ")}が会話に参加しました。`,
  "human.transferred": `${known("agent_name", "{{ agent_name }}から", "担当チーム内で")}${known("new_agent_name", "{{ new_agent_name }}", "別の担当者")}に会話を引き継ぎました。同じご説明は不要です。`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "担当者")}が対応できなくなりました。別の担当者がこちらで引き継ぎます。これまでの内容はすべて確認できますので、同じご説明は不要です。`,
  "human.hold": `お待たせして申し訳ございません。引き続き${known("agent_name", "{{ agent_name }}", "担当チーム")}が対応しており、お返事はこちらに届きます。`,
  "case.reassigned_bulk": `ご依頼は${known("agent_name", "{{ agent_name }}に代わり、")}${known("new_agent_name", "{{ new_agent_name }}", "別の担当者")}が担当いたします。同じご説明は不要です。`,
  "followup.checkin": `${known("customer_name", "{{ customer_name }}様、")}その後いかがでしょうか。すべて解決しましたか？まだの場合は、こちらにご返信ください。`,
  "csat.request": "今回の対応はいかがでしたか？この会話の評価をいただけますと幸いです。",
  "bot.introduction": `${known("company_name", "{{ company_name }}の")}バーチャルアシスタント（AI）がご案内しています。いつでも担当スタッフをお呼びいただけます。`,
  "abuse.warning":
    "お力になりたいと思っています。どうか丁寧な言葉でのやり取りにご協力ください。いつでも担当スタッフをお呼びいただけます。",
  "abuse.limited": `この会話をいったん休止します。${known("until", "{{ until }}に再びお答えします。")}担当スタッフをお呼びいただくことは可能です。`,
  "abuse.blocked": `この会話は一時停止中です。${known("until", "{{ until }}に再開します。")}停止中はこちらでの返信はありません。${contact}`,
  "incident.notice": "{{ incident_text }}",
};
