import { languageOf } from "../messages/locale.ts";

/** What the survey itself says, beside the lead's text that asks for it. */
export interface SurveyWords {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly question: string;
  /** Both fit on a button with their number: at most 16 characters. */
  readonly lowest: string;
  readonly highest: string;
  /** Where there are neither buttons nor links. */
  readonly howToAnswer: string;
  readonly remark: string;
  readonly remarkHint: string;
  readonly send: string;
  readonly choose: string;
  readonly thanks: string;
  readonly mayChange: string;
  readonly locked: string;
  readonly closed: string;
  readonly unknown: string;
}

const english = {
  language: "en",
  question: "How did we do?",
  lowest: "very bad",
  highest: "very good",
  howToAnswer: "Just reply with a number from 1 (very bad) to 5 (very good).",
  remark: "Would you like to tell us more? (optional)",
  remarkHint: "With a remark your answer is final.",
  send: "Send",
  choose: "Please choose a number.",
  thanks: "Thank you for your answer.",
  mayChange: "You can still change it here.",
  locked: "Your answer has arrived and cannot be changed any more.",
  closed: "This survey has ended. Thank you all the same.",
  unknown: "This link does not work. Please open it exactly as you received it.",
};

const all: Readonly<Record<string, Omit<SurveyWords, "direction">>> = {
  en: english,
  de: {
    language: "de",
    question: "Wie zufrieden waren Sie?",
    lowest: "sehr schlecht",
    highest: "sehr gut",
    howToAnswer: "Antworten Sie einfach mit einer Zahl von 1 (sehr schlecht) bis 5 (sehr gut).",
    remark: "Möchten Sie uns mehr dazu sagen? (freiwillig)",
    remarkHint: "Mit einer Anmerkung ist Ihre Antwort endgültig.",
    send: "Absenden",
    choose: "Bitte wählen Sie eine Zahl.",
    thanks: "Vielen Dank für Ihre Antwort.",
    mayChange: "Sie können sie hier noch ändern.",
    locked: "Ihre Antwort ist angekommen und lässt sich nicht mehr ändern.",
    closed: "Diese Umfrage ist beendet. Trotzdem vielen Dank.",
    unknown: "Dieser Link funktioniert nicht. Bitte öffnen Sie ihn genau so, wie Sie ihn bekommen haben.",
  },
  es: {
    language: "es",
    question: "¿Qué tal lo hemos hecho?",
    lowest: "muy mal",
    highest: "muy bien",
    howToAnswer: "Responda simplemente con un número del 1 (muy mal) al 5 (muy bien).",
    remark: "¿Quiere contarnos algo más? (opcional)",
    remarkHint: "Si deja un comentario, su respuesta será definitiva.",
    send: "Enviar",
    choose: "Elija un número, por favor.",
    thanks: "Gracias por su respuesta.",
    mayChange: "Todavía puede cambiarla aquí.",
    locked: "Su respuesta ha llegado y ya no se puede cambiar.",
    closed: "Esta encuesta ha terminado. Gracias de todos modos.",
    unknown: "Este enlace no funciona. Ábralo exactamente como lo recibió.",
  },
  fr: {
    language: "fr",
    question: "Êtes-vous satisfait de notre aide ?",
    lowest: "très mauvais",
    highest: "très bien",
    howToAnswer: "Répondez simplement par un chiffre de 1 (très mauvais) à 5 (très bien).",
    remark: "Souhaitez-vous nous en dire plus ? (facultatif)",
    remarkHint: "Avec un commentaire, votre réponse est définitive.",
    send: "Envoyer",
    choose: "Veuillez choisir un chiffre.",
    thanks: "Merci pour votre réponse.",
    mayChange: "Vous pouvez encore la modifier ici.",
    locked: "Votre réponse nous est parvenue et ne peut plus être modifiée.",
    closed: "Cette enquête est terminée. Merci tout de même.",
    unknown: "Ce lien ne fonctionne pas. Ouvrez-le exactement comme vous l'avez reçu.",
  },
  it: {
    language: "it",
    question: "Come ci siamo comportati?",
    lowest: "molto male",
    highest: "molto bene",
    howToAnswer: "Risponda semplicemente con un numero da 1 (molto male) a 5 (molto bene).",
    remark: "Vuole dirci qualcosa di più? (facoltativo)",
    remarkHint: "Con un commento la Sua risposta è definitiva.",
    send: "Invia",
    choose: "Scelga un numero, per favore.",
    thanks: "Grazie per la Sua risposta.",
    mayChange: "Può ancora modificarla qui.",
    locked: "La Sua risposta è arrivata e non può più essere modificata.",
    closed: "Questo sondaggio è terminato. Grazie comunque.",
    unknown: "Questo link non funziona. Lo apra esattamente come lo ha ricevuto.",
  },
  nl: {
    language: "nl",
    question: "Hoe hebben we het gedaan?",
    lowest: "heel slecht",
    highest: "heel goed",
    howToAnswer: "Antwoord gewoon met een cijfer van 1 (heel slecht) tot 5 (heel goed).",
    remark: "Wilt u ons er meer over vertellen? (niet verplicht)",
    remarkHint: "Met een opmerking is uw antwoord definitief.",
    send: "Versturen",
    choose: "Kies een cijfer.",
    thanks: "Bedankt voor uw antwoord.",
    mayChange: "U kunt het hier nog wijzigen.",
    locked: "Uw antwoord is aangekomen en kan niet meer worden gewijzigd.",
    closed: "Deze enquête is afgelopen. Toch bedankt.",
    unknown: "Deze link werkt niet. Open hem precies zoals u hem hebt ontvangen.",
  },
  pl: {
    language: "pl",
    question: "Jak oceniają Państwo naszą pomoc?",
    lowest: "bardzo źle",
    highest: "bardzo dobrze",
    howToAnswer: "Wystarczy odpowiedzieć liczbą od 1 (bardzo źle) do 5 (bardzo dobrze).",
    remark: "Czy chcą Państwo coś dodać? (nieobowiązkowo)",
    remarkHint: "Po dodaniu uwagi odpowiedzi nie można już zmienić.",
    send: "Wyślij",
    choose: "Proszę wybrać liczbę.",
    thanks: "Dziękujemy za odpowiedź.",
    mayChange: "Można ją tu jeszcze zmienić.",
    locked: "Odpowiedź dotarła i nie można jej już zmienić.",
    closed: "Ta ankieta już się zakończyła. Mimo to dziękujemy.",
    unknown: "Ten link nie działa. Proszę otworzyć go dokładnie tak, jak został przysłany.",
  },
  pt: {
    language: "pt",
    question: "Como foi a nossa ajuda?",
    lowest: "muito má",
    highest: "muito boa",
    howToAnswer: "Responda simplesmente com um número de 1 (muito má) a 5 (muito boa).",
    remark: "Quer dizer-nos mais alguma coisa? (opcional)",
    remarkHint: "Com um comentário, a sua resposta é definitiva.",
    send: "Enviar",
    choose: "Escolha um número, por favor.",
    thanks: "Obrigado pela sua resposta.",
    mayChange: "Ainda a pode alterar aqui.",
    locked: "A sua resposta chegou e já não pode ser alterada.",
    closed: "Este inquérito terminou. Obrigado na mesma.",
    unknown: "Esta ligação não funciona. Abra-a exatamente como a recebeu.",
  },
  tr: {
    language: "tr",
    question: "Yardımımızdan ne kadar memnun kaldınız?",
    lowest: "çok kötü",
    highest: "çok iyi",
    howToAnswer: "1 (çok kötü) ile 5 (çok iyi) arasında bir sayıyla yanıtlamanız yeterli.",
    remark: "Eklemek istediğiniz bir şey var mı? (isteğe bağlı)",
    remarkHint: "Yorum yazarsanız yanıtınız kesinleşir.",
    send: "Gönder",
    choose: "Lütfen bir sayı seçin.",
    thanks: "Yanıtınız için teşekkür ederiz.",
    mayChange: "Yanıtınızı burada hâlâ değiştirebilirsiniz.",
    locked: "Yanıtınız ulaştı ve artık değiştirilemez.",
    closed: "Bu anket sona erdi. Yine de teşekkür ederiz.",
    unknown: "Bu bağlantı çalışmıyor. Lütfen size gönderildiği şekliyle açın.",
  },
  ar: {
    language: "ar",
    question: "كيف كانت خدمتنا؟",
    lowest: "سيئة جدًا",
    highest: "ممتازة",
    howToAnswer: "يكفي أن ترد برقم من 1 (سيئة جدًا) إلى 5 (ممتازة).",
    remark: "هل تودّ إخبارنا بالمزيد؟ (اختياري)",
    remarkHint: "عند كتابة ملاحظة تصبح إجابتك نهائية.",
    send: "إرسال",
    choose: "يُرجى اختيار رقم.",
    thanks: "شكرًا على إجابتك.",
    mayChange: "لا يزال بإمكانك تغييرها هنا.",
    locked: "وصلتنا إجابتك ولم يعد تغييرها ممكنًا.",
    closed: "انتهى هذا الاستبيان. شكرًا لك على أي حال.",
    unknown: "هذا الرابط لا يعمل. يُرجى فتحه كما وصلك تمامًا.",
  },
};

export const surveyLanguages: readonly string[] = Object.keys(all);

/** English where the language is not among them. */
export function surveyWords(locale: string): SurveyWords {
  const language = languageOf(locale);
  const words = (Object.hasOwn(all, language) ? all[language] : undefined) ?? english;
  return { ...words, direction: language === "ar" ? "rtl" : "ltr" };
}
