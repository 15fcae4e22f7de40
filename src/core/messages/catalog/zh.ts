import { type Catalog, known } from "../catalog.ts";

const team = `我们的${known("team_name", "{{ team_name }}")}团队`;
const wait = known("expected_wait", "通常需要 {{ expected_wait }}。");
const opening = known("next_opening", "我们将于{{ next_opening }}恢复服务。");
const contact = known("contact", "{{ contact }}");

export const chinese: Catalog = {
  "handoff.offer": "您想与我们团队的人工客服沟通，还是继续与我对话？",
  "handoff.offer.unreadable": "我无法读取语音消息或此类文件。需要我为您请来团队的人工客服吗？您也可以用文字告诉我。",
  "handoff.confirmation": `我正在为您转接${team}。他们可以看到我们的对话，您无需重复说明。${wait}`,
  "handoff.confirmation.urgent": `您的请求已标记为紧急，直接转交${team}。他们可以看到我们的对话，您无需重复说明。${wait}`,
  "handoff.alerted": `${team}已收到通知，并且可以看到这里的对话。您可以继续留言。`,
  "handoff.after_hours": `我们的团队目前不在线。${opening}我已转交全部信息，我们会在这里回复您。`,
  "handoff.holiday": `今天是节假日，我们的团队不在线。${opening}我已转交全部信息，我们会在这里回复您。`,
  "handoff.no_agent": "目前所有同事都在忙。您的排队位置会保留，有人接入时我会在这里通知您。",
  "handoff.queue_full": "目前咨询量较大，等待时间可能比平时更长。您的请求已记录，不会丢失，我们会在这里回复您。",
  "handoff.exhausted": "很抱歉，暂时还没有人能够接手。您的请求仍由我们的团队保留，不会丢失，我们会在这里回复您。",
  "handoff.failed": `很抱歉，刚才未能联系上我们的团队。请过一会儿再试。${contact}`,
  "handoff.returned": "现在重新由我们的虚拟助手为您服务。还有什么可以帮您？",
  "queue.position": `${known("position", "您目前排在第 {{ position }} 位", "您仍在排队中")}。${wait}`,
  "queue.next": "下一位就是您。我们团队的同事会在这里接入。",
  "queue.still_waiting": `谢谢，我已将这条内容补充给我们的团队。您仍在排队中，位置会保留。${wait}`,
  "wait.later": "好的，您不必在此等待。我们的团队会在本对话中回复您。",
  "wait.email": "好的，您不必在此等待。我们的团队会通过电子邮件回复您。",
  "wait.cancelled": "好的，您不用再等了。如果之后还需要我们，直接在这里留言即可。",
  "callback.offer": `需要我们给您回电，免得您等待吗？${known("slot", "我们可以在{{ slot }}致电。")}`,
  "callback.confirmed": `已记录：我们会${known("slot", "在{{ slot }}")}给您回电。`,
  "human.joined": `${known("agent_name", "{{ agent_name }} ", "我们团队的同事")}已加入对话。`,
  "human.transferred": `${known("agent_name", "{{ agent_name }} ", "我们的团队")}已将您的对话转交给${known("new_agent_name", " {{ new_agent_name }}", "另一位同事")}。您无需重复说明。`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "刚才为您服务的同事")}暂时无法继续。我们的另一位同事会在这里接手，并能看到全部对话，您无需重复说明。`,
  "human.hold": `抱歉，处理时间比预期更长。您的对话仍由${known("agent_name", " {{ agent_name }} ", "我们的团队")}负责，答复会发送到这里。`,
  "case.reassigned_bulk": `您的请求现在由我们团队的${known("new_agent_name", " {{ new_agent_name }} ", "另一位同事")}${known("agent_name", "接替 {{ agent_name }} ")}负责。您无需重复说明。`,
  "followup.checkin": `${known("customer_name", "{{ customer_name }}，")}您好！想向您确认一下，问题都解决了吗？如果没有，请直接在这里回复。`,
  "csat.request": "您对我们的服务满意吗？欢迎您为本次对话评分。",
  "bot.introduction": `您正在与${known("company_name", " {{ company_name }} 的", "我们的")}虚拟助手（人工智能）对话。您可以随时要求转接人工客服。`,
  "abuse.warning": "我很愿意帮您解决问题。请让我们保持相互尊重。您也可以随时要求转接人工客服。",
  "abuse.limited": `我将暂停本次对话${known("until", "，并于{{ until }}恢复回复")}。您仍然可以要求转接我们团队的人工客服。`,
  "abuse.blocked": `本次对话已暂停${known("until", "，将于{{ until }}恢复")}。在此期间，这里不会有回复。${contact}`,
  "incident.notice": "{{ incident_text }}",
};
