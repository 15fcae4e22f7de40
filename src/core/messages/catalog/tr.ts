import type { Catalog } from "../catalog.ts";

export const turkish: Catalog = {
  "handoff.confirmation":
    "Sizi ekibimizden biriyle görüştürüyorum. Konuşmamızı okuyabiliyor, hiçbir şeyi tekrarlamanız gerekmeyecek.",
  "handoff.no_agent": "Şu anda herkes meşgul. Sıranız korunuyor, biri katıldığında size buradan haber vereceğim.",
  "handoff.exhausted":
    "Üzgünüm, henüz kimse devralamadı. Talebiniz ekibimizde duruyor ve hiçbir şey kaybolmuyor: size buradan yazacağız.",
  "human.joined": "{{ agent_name }} görüşmeye katıldı.",
  "handoff.returned": "Yeniden sanal asistanımızla konuşuyorsunuz. Başka bir konuda yardımcı olabilir miyim?",
};
