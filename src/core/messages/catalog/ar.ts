import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", "فريق {{ team_name }} لدينا", "فريقنا");
const wait = known("expected_wait", " يستغرق ذلك عادةً {{ expected_wait }}.");
const opening = known("next_opening", " سنعود {{ next_opening }}.");
const contact = known("contact", " {{ contact }}");

export const arabic: Catalog = {
  "handoff.offer": "هل تود التحدث مع شخص من فريقنا أم المتابعة معي؟",
  "handoff.offer.unreadable":
    "لا يمكنني قراءة الرسائل الصوتية أو الملفات مثل هذا الملف. هل تود أن أستدعي شخصًا من فريقنا، أم يمكنك كتابة ذلك لي؟",
  "handoff.confirmation": `سأوصلك الآن مع ${team}. يمكن للفريق قراءة محادثتنا، فلن تحتاج إلى تكرار أي شيء.${wait}`,
  "handoff.confirmation.urgent": `طلبك في طريقه مباشرةً إلى ${team} بصفة عاجلة. يمكن للفريق قراءة محادثتنا، فلن تحتاج إلى تكرار أي شيء.${wait}`,
  "handoff.alerted": `تم إبلاغ ${team}، ويمكن للفريق متابعة هذه المحادثة. يمكنك مواصلة الكتابة هنا.`,
  "handoff.after_hours": `فريقنا غير موجود في الوقت الحالي.${opening} لقد نقلت كل شيء إلى الفريق: ستصلك إجابتنا هنا.`,
  "handoff.holiday": `فريقنا في عطلة رسمية اليوم.${opening} لقد نقلت كل شيء إلى الفريق: ستصلك إجابتنا هنا.`,
  "handoff.no_agent": "الجميع مشغولون الآن. مكانك محفوظ، وسأخبرك هنا عندما ينضم إليك أحد.",
  "handoff.queue_full":
    "نتلقى الآن عددًا كبيرًا من الطلبات، وقد يستغرق الأمر وقتًا أطول من المعتاد. طلبك مسجل ولن يضيع شيء: ستصلك إجابتنا هنا.",
  "handoff.exhausted": "نأسف، لم يتمكن أحد من تولي طلبك بعد. طلبك محفوظ لدى فريقنا ولن يضيع شيء: ستصلك إجابتنا هنا.",
  "handoff.failed": `نأسف، تعذر الوصول إلى فريقنا الآن. يُرجى إعادة الطلب بعد قليل.${contact}`,
  "handoff.returned": "أنت تتحدث من جديد مع مساعدنا الافتراضي. هل يمكنني مساعدتك في شيء آخر؟",
  "queue.position": `${known("position", "رقمك في قائمة الانتظار هو {{ position }}", "ما زلت في قائمة الانتظار")}.${wait}`,
  "queue.next": "دورك هو التالي. سينضم إليك شخص من فريقنا هنا.",
  "queue.still_waiting": `شكرًا، أضفت ذلك لفريقنا. ما زلت في قائمة الانتظار ومكانك محفوظ.${wait}`,
  "callback.offer": `هل تود أن نعاود الاتصال بك حتى لا تضطر إلى الانتظار؟${known("slot", " يمكننا الاتصال {{ slot }}.")}`,
  "callback.confirmed": `تم تسجيل ذلك: سنعاود الاتصال بك${known("slot", " {{ slot }}")}.`,
  "human.joined": `${known("agent_name", "انضم {{ agent_name }}", "انضم شخص من فريقنا")} إلى المحادثة.`,
  "human.transferred": `تم تحويل محادثتك${known("agent_name", " من {{ agent_name }}")} إلى ${known("new_agent_name", "{{ new_agent_name }}", "شخص آخر من فريقنا")}. لن تحتاج إلى تكرار أي شيء.`,
  "human.hold": `نعتذر، يستغرق الأمر وقتًا أطول مما ينبغي. محادثتك ما زالت لدى ${known("agent_name", "{{ agent_name }}", "فريقنا")}، وستصلك الإجابة هنا.`,
  "case.reassigned_bulk": `أصبحت متابعة طلبك الآن لدى ${known("new_agent_name", "{{ new_agent_name }}", "شخص آخر")} من فريقنا${known("agent_name", " بدلًا من {{ agent_name }}")}. لن تحتاج إلى تكرار أي شيء.`,
  "followup.checkin": `مرحبًا${known("customer_name", " {{ customer_name }}")}، أردنا أن نطمئن: هل حُلَّ كل شيء؟ إن لم يكن كذلك، فيكفي أن ترد هنا.`,
  "csat.request": "كيف كانت خدمتنا؟ يسعدنا أن تقيّم هذه المحادثة.",
  "bot.introduction": `أنت تتحدث مع المساعد الافتراضي${known("company_name", " لدى {{ company_name }}")} (ذكاء اصطناعي). يمكنك طلب التحدث مع شخص في أي وقت.`,
  "abuse.warning":
    "أود مساعدتك في هذا الأمر. لنحافظ من فضلك على الاحترام في حديثنا. ويمكنك أيضًا طلب التحدث مع شخص في أي وقت.",
  "abuse.limited": `سأتوقف قليلًا عن هذه المحادثة${known("until", " وسأجيب من جديد {{ until }}")}. لا يزال بإمكانك طلب التحدث مع شخص من فريقنا.`,
  "abuse.blocked": `هذه المحادثة متوقفة مؤقتًا${known("until", " وستُستأنف {{ until }}")}. إلى ذلك الحين لن تصل إجابات هنا.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
