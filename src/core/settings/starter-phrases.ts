import type { PhraseList } from "./settings.ts";

/** Written as customers write, in the languages that detection reads. They only mark: what follows is the lead's to say. */
export const cancellation: PhraseList = {
  id: "cancellation",
  name: "Wants to cancel",
  policy: "none",
  phrases: [
    ...["cancel my * contract", "cancel my * subscription", "cancel my * account", "terminate my contract"],
    ...["vertrag * kündigen", "abo * kündigen", "möchte * kündigen", "kündigung"],
    ...["cancelar * contrato", "cancelar * suscripción", "darme de baja", "dar de baja"],
    ...["résilier * contrat", "résilier * abonnement", "résiliation"],
    ...["disdire * contratto", "disdire * abbonamento", "disdetta"],
    ...["abonnement * opzeggen", "contract * opzeggen", "wil * opzeggen"],
    ...["wypowiedzieć umowę", "rozwiązać umowę", "zrezygnować z * usługi"],
    ...["cancelar * assinatura", "cancelar * plano", "rescindir * contrato"],
    ...["aboneliğimi iptal", "sözleşmemi iptal", "hesabımı kapat*"],
    ...["إلغاء الاشتراك", "إلغاء اشتراكي", "إلغاء العقد"],
  ],
};

export const complaint: PhraseList = {
  id: "complaint",
  name: "Makes a complaint",
  policy: "none",
  phrases: [
    ...["file a * complaint", "make a * complaint", "formal complaint"],
    ...["beschwerde", "möchte mich * beschweren", "reklamation"],
    ...["presentar una * queja", "poner una * queja", "hoja de reclamaciones", "libro de reclamaciones"],
    ...["déposer une * plainte", "faire une * réclamation", "réclamation"],
    ...["fare un * reclamo", "presentare un * reclamo", "sporgere reclamo"],
    ...["klacht indienen", "een klacht", "wil * klagen"],
    ...["złożyć * reklamację", "złożyć * skargę", "reklamacja"],
    ...["fazer uma * reclamação", "apresentar uma * queixa", "livro de reclamações"],
    ...["şikayet etmek", "şikayetim var", "şikayetçiyim"],
    ...["تقديم شكوى", "لدي شكوى", "عندي شكوى"],
  ],
};
