/** What the bot says around an answer, in the languages that all our texts for customers have. */
import { guessLanguage } from "../../kit/knowledge/languages.ts";

export interface KnowledgePhrases {
  readonly greeting: string;
  readonly thanks: string;
  /** Must promise nothing: saying so brings nobody. */
  readonly unknown: string;
  /** Before an answer. `{source}` is the title of the page. */
  readonly answer: string;
}

const english: KnowledgePhrases = {
  greeting: "Hello! What can I help you with?",
  thanks: "You're welcome! Is there anything else I can help you with?",
  unknown:
    "I don't know that, I'm sorry: I found nothing about it on our help pages. You can put it in other words, or ask for a person.",
  answer: "Here is what our page “{source}” says:",
};

const byLanguage: ReadonlyMap<string, KnowledgePhrases> = new Map([
  ["en", english],
  [
    "de",
    {
      greeting: "Hallo! Wobei kann ich helfen?",
      thanks: "Gern geschehen! Kann ich sonst noch etwas tun?",
      unknown:
        "Das weiß ich leider nicht: Auf unseren Hilfeseiten habe ich nichts dazu gefunden. Fragen Sie gern mit anderen Worten oder verlangen Sie nach einem Menschen.",
      answer: "Auf unserer Seite „{source}“ steht dazu:",
    },
  ],
  [
    "es",
    {
      greeting: "¡Hola! ¿En qué puedo ayudarle?",
      thanks: "¡De nada! ¿Puedo ayudarle en algo más?",
      unknown:
        "Lo siento, eso no lo sé: no he encontrado nada al respecto en nuestras páginas de ayuda. Puede preguntarlo con otras palabras o pedir hablar con una persona.",
      answer: "Esto es lo que dice nuestra página «{source}»:",
    },
  ],
  [
    "fr",
    {
      greeting: "Bonjour ! Que puis-je faire pour vous ?",
      thanks: "Avec plaisir ! Puis-je vous aider pour autre chose ?",
      unknown:
        "Désolé, je ne le sais pas : je n'ai rien trouvé à ce sujet dans nos pages d'aide. Vous pouvez poser la question autrement ou demander à parler à une personne.",
      answer: "Voici ce que dit notre page « {source} » :",
    },
  ],
  [
    "it",
    {
      greeting: "Buongiorno! Come posso aiutarla?",
      thanks: "Prego! Posso aiutarla con qualcos'altro?",
      unknown:
        "Mi dispiace, questo non lo so: nelle nostre pagine di aiuto non ho trovato nulla in merito. Può chiederlo con altre parole oppure chiedere di parlare con una persona.",
      answer: "Ecco cosa dice la nostra pagina «{source}»:",
    },
  ],
  [
    "nl",
    {
      greeting: "Hallo! Waarmee kan ik u helpen?",
      thanks: "Graag gedaan! Kan ik nog iets voor u doen?",
      unknown:
        "Dat weet ik helaas niet: op onze hulppagina's heb ik er niets over gevonden. U kunt het anders vragen, of vragen naar een medewerker.",
      answer: "Dit staat op onze pagina ‘{source}’:",
    },
  ],
  [
    "pl",
    {
      greeting: "Dzień dobry! W czym mogę pomóc?",
      thanks: "Nie ma za co! Czy mogę jeszcze w czymś pomóc?",
      unknown:
        "Niestety tego nie wiem: na naszych stronach pomocy nic o tym nie ma. Można zapytać innymi słowami albo poprosić o rozmowę z człowiekiem.",
      answer: "Oto, co mówi nasza strona „{source}”:",
    },
  ],
  [
    "pt",
    {
      greeting: "Olá! Em que posso ajudar?",
      thanks: "De nada! Posso ajudar em mais alguma coisa?",
      unknown:
        "Lamento, isso eu não sei: não encontrei nada sobre o assunto nas nossas páginas de ajuda. Pode perguntar de outra forma ou pedir para falar com uma pessoa.",
      answer: "Eis o que diz a nossa página “{source}”:",
    },
  ],
  [
    "tr",
    {
      greeting: "Merhaba! Size nasıl yardımcı olabilirim?",
      thanks: "Rica ederim! Yardımcı olabileceğim başka bir konu var mı?",
      unknown:
        "Üzgünüm, bunu bilmiyorum: yardım sayfalarımızda bu konuda bir şey bulamadım. Sorunuzu başka sözlerle sorabilir ya da bir kişiyle görüşmek isteyebilirsiniz.",
      answer: "“{source}” sayfamızda şöyle yazıyor:",
    },
  ],
  [
    "ar",
    {
      greeting: "مرحبًا! كيف يمكنني مساعدتك؟",
      thanks: "على الرحب والسعة! هل يمكنني مساعدتك في شيء آخر؟",
      unknown:
        "عذرًا، لا أعرف ذلك: لم أجد شيئًا عنه في صفحات المساعدة. يمكنك طرح السؤال بكلمات أخرى أو طلب التحدث إلى شخص.",
      answer: "هذا ما ورد في صفحتنا «{source}»:",
    },
  ],
]);

/** In the customer's language as far as it is known, else as the question sounds. */
export function phrasesFor(locale: string | null, question: string): KnowledgePhrases {
  const spoken = locale?.toLowerCase().split(/[-_]/)[0] ?? guessLanguage(question) ?? "en";
  return byLanguage.get(spoken) ?? english;
}
