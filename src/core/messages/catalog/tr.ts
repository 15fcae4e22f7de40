import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", "{{ team_name }} ekibimiz", "ekibimiz");
const wait = known("expected_wait", " Bu genellikle {{ expected_wait }} sürüyor.");
const opening = known("next_opening", " Ekibimiz {{ next_opening }} yeniden burada.");
const contact = known("contact", " {{ contact }}");

export const turkish: Catalog = {
  "handoff.offer": "Ekibimizden biriyle görüşmek ister misiniz, yoksa benimle devam mı edelim?",
  "handoff.offer.unreadable":
    "Sesli mesajları ve bunun gibi dosyaları okuyamıyorum. Ekibimizden birini çağırmamı ister misiniz, yoksa bana yazabilir misiniz?",
  "handoff.confirmation": `Sizi ${team}le görüştürüyorum. Konuşmamızı okuyabiliyorlar, hiçbir şeyi tekrarlamanız gerekmeyecek.${wait}`,
  "handoff.confirmation.urgent": `Talebiniz acil olarak doğrudan ${team}e gidiyor. Konuşmamızı okuyabiliyorlar, hiçbir şeyi tekrarlamanız gerekmeyecek.${wait}`,
  "handoff.alerted": `Konu ${team}e bildirildi; bu konuşmayı okuyabiliyorlar. Yazmaya devam edebilirsiniz.`,
  "handoff.after_hours": `Ekibimiz şu anda burada değil.${opening} Her şeyi ilettim: size buradan yazacağız.`,
  "handoff.holiday": `Bugün resmî tatil, ekibimiz burada değil.${opening} Her şeyi ilettim: size buradan yazacağız.`,
  "handoff.no_agent": "Şu anda herkes meşgul. Sıranız korunuyor, biri katıldığında size buradan haber vereceğim.",
  "handoff.queue_full":
    "Şu anda çok sayıda talep alıyoruz, bu yüzden her zamankinden uzun sürebilir. Talebiniz kaydedildi ve hiçbir şey kaybolmuyor: size buradan yazacağız.",
  "handoff.exhausted":
    "Üzgünüm, henüz kimse devralamadı. Talebiniz ekibimizde duruyor ve hiçbir şey kaybolmuyor: size buradan yazacağız.",
  "handoff.failed": `Üzgünüm, şu anda ekibimize ulaşamadım. Lütfen bir süre sonra yeniden isteyin.${contact}`,
  "handoff.returned": "Yeniden sanal asistanımızla konuşuyorsunuz. Başka bir konuda yardımcı olabilir miyim?",
  "queue.position": `${known("position", "Kuyruktaki sıranız: {{ position }}", "Hâlâ sıradasınız")}.${wait}`,
  "queue.next": "Sırada siz varsınız. Ekibimizden biri size buradan katılacak.",
  "queue.still_waiting": `Teşekkürler, bunu ekibimiz için ekledim. Hâlâ sıradasınız ve yeriniz korunuyor.${wait}`,
  "wait.later": "Tamam, burada beklemenize gerek yok. Ekibimiz bu görüşmeden yanıt verecek.",
  "wait.email": "Tamam, burada beklemenize gerek yok. Ekibimiz size e-posta ile yanıt verecek.",
  "wait.cancelled": "Tamam, sizi daha fazla bekletmiyoruz. Yine de bize ihtiyacınız olursa buraya yazmanız yeterli.",
  "callback.offer": `Beklememeniz için sizi geri aramamızı ister misiniz?${known("slot", " Sizi {{ slot }} arayabiliriz.")}`,
  "callback.confirmed": `Not ettik: sizi${known("slot", " {{ slot }}")} arayacağız.`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "Ekibimizden biri")} görüşmeye katıldı.`,
  "human.transferred": `Görüşmeniz artık ${known("new_agent_name", "{{ new_agent_name }} ile", "ekibimizden başka biriyle")} devam ediyor${known("agent_name", " (önceki: {{ agent_name }})")}. Hiçbir şeyi tekrarlamanız gerekmeyecek.`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "Görüştüğünüz kişi")} artık müsait değil. Ekibimizden başka biri buradan devam edecek ve her şeyi okuyabilir, hiçbir şeyi tekrarlamanız gerekmeyecek.`,
  "human.hold": `Kusura bakmayın, bu gerekenden uzun sürüyor. Görüşmenizle hâlâ ${known("agent_name", "{{ agent_name }}", "ekibimiz")} ilgileniyor, yanıt buraya gelecek.`,
  "case.reassigned_bulk": `Talebinizle artık ekibimizden ${known("new_agent_name", "{{ new_agent_name }}", "başka biri")} ilgileniyor${known("agent_name", " (önceki: {{ agent_name }})")}. Hiçbir şeyi tekrarlamanız gerekmeyecek.`,
  "followup.checkin": `Merhaba${known("customer_name", " {{ customer_name }}")}, sormak istedik: her şey çözüldü mü? Çözülmediyse buradan yanıt vermeniz yeterli.`,
  "csat.request": "Nasıldık? Bu görüşmeyi değerlendirirseniz seviniriz.",
  "bot.introduction": `${known("company_name", "{{ company_name }} sanal asistanıyla", "Sanal asistanımızla")} (yapay zekâ) yazışıyorsunuz. İstediğiniz zaman bir insanla görüşmek isteyebilirsiniz.`,
  "abuse.warning":
    "Size yardımcı olmak istiyorum. Lütfen saygılı bir dille devam edelim. Dilediğiniz zaman bir insanla görüşmek de isteyebilirsiniz.",
  "abuse.limited": `Bu görüşmeye ara veriyorum${known("until", " ve {{ until }} yeniden yanıt vereceğim")}. Ekibimizden biriyle görüşmeyi yine de isteyebilirsiniz.`,
  "abuse.blocked": `Bu görüşmeye ara verildi${known("until", "; {{ until }} devam edecek")}. Bu süre içinde buradan yanıt verilmiyor.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
