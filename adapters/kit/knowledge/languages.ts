/** What a search must know of a language: words that carry no meaning of their own, and endings. Words are folded. */
import { endingCutter, type Stem, stemArabic, stemEnglish } from "./stem.ts";
import { wordsOf } from "./words.ts";

export interface Language {
  readonly code: string;
  readonly filler: ReadonlySet<string>;
  readonly stem: Stem;
}

const english = `a about actually after again all also am an and any anyone anything are as ask at be because been before
  being but by can cannot could did do does doing done for from get gets getting give go going gonna got had has have
  having he hello help her here hey hi him his how i if im in into is it its just kind know last let like long may maybe
  me might mine more must my myself need no not now of off ok okay on one only or our out over please possible question
  quick really say she should since so some something somehow still sure tell than thank thanks that the their them then
  there these they thing things this those to today too trying two until up us use very wait waiting wanna want wanted
  wants was way we week weeks well were what whats when where wheres which while who why will with wondering would yes
  yesterday yet you your yours ago already ive id ill youre dont doesnt didnt cant couldnt isnt wasnt wont hasnt havent`;
const german = `aber als also am an auch auf aus bei bin bis bist bitte da danke dann das dass dem den der des die doch dort
  du durch ein eine einem einen einer es etwas euch euer eure fur gibt guten hallo hab habe haben hat hatte hier ich ihr
  ihre im in ist ja kann kannst kein keine konnen konnte mal man mein meine meinem meinen meiner mich mir mit mochte muss
  nach nicht noch nun nur ob oder schon sehr sein sich sie sind so uber um und uns unser vom von vor wann war warum was
  wenn wer werden wie wieder will wir wird wo wollen wurde zu zum zur`;
const french = `a ai apres au aux avec avez avoir bonjour c ca ce cela ces cest cet cette comment d dans de des deja depuis
  du elle elles en encore es est et etre fait faire faut il ils j jai je l la le les leur lui ma mais me merci mes moi mon
  n ne ni non nos notre nous on ont ou oui par pas peut peux plus pour pouvez pourquoi puis quand que quel quelle quelles
  quels qui quoi s sa salut sans se ses si son sont suis sur svp ta te tes toi ton tout tu un une va vais vos votre voudrais
  vous y`;
const spanish = `a al algo ahora aun bien buenas buenos como con cual cuando cuanto cuantos de del desde dia donde dos e el
  ella ellos en entre era es esa ese eso esta estan estar este esto estoy favor fue gracias ha hacer han hasta hay he hola
  la las le les lo los mas me mi mis mucho muy nada ni no nos o otra otro para pero por porque puede puedo que quien quiero
  se ser si sin sobre solo son soy su sus tambien te tengo tiene tu tus un una uno unos usted ustedes y ya yo`;
const italian = `a ad ai al alla alle anche ancora avere avete buona buongiorno c che chi ci ciao come con cosa cui da dal
  dalla dei del della delle di dopo dove e ed era essere fa fare gia gli grazie ha hai hanno ho i il in io la le lei lo loro
  ma me mi mia miei mio molto ne nel nella no noi non nostro o per perche piu poi posso potete puo qual quale quali quando
  quanto quello questa questo qui salve se sei senza si sia siamo sono sta sto su sua suo sul ti tra tu un una uno vi voglio
  voi vorrei vostro`;
const portuguese = `a ao aos as ate bem boa bom com como da das de dela dele depois do dos e ela ele eles em entre era essa
  esse esta estao estar este estou eu faz fazer foi gostaria ha isso isto ja la lhe mais mas me meu meus minha muito na nao
  nas nem no nos nossa nosso num o obrigada obrigado oi ola onde os ou para pela pelo pode podem por porque posso pra qual
  quais quando quanto que quem quero sao se sem ser seu seus so sobre sua sou tem tenho ter teu tu tua um uma umas uns vai
  voce voces`;
const dutch = `aan al alleen als ben bent bij dag dan dank dat de deze die dit doe doen door dus een en er ga gaan geen goed
  graag had hallo heb hebben hebt heeft het hier hij hoe hoi hun ik in is ja je jij jouw jullie kan kun kunnen kunt maar me
  meer mij mijn moet na naar niet nog nu of om ons onze ook op over te tot u uit uw van veel voor waar waarom wanneer was wat
  we weer wel welke wie wij wil willen worden wordt zal ze zich zij zijn zo zou`;
const polish = `a aby ale bardzo bez bo by byc byl byla bylo chce chcial chcialbym ci co czy da dla do dobry dzien dziekuje
  dzis gdy gdzie go i ich ile im ja jak jaka jaki jakie je jego jej jest jestem jeszcze jesli juz kiedy kto ktora ktory ku
  ma mam masz mi mnie moge moj moja moje mojego mojej mozna moze mozecie na nad nam nas nasz nie nim niz no o od on ona oni
  pan pani panstwo po pod prosze przed przez przy sa sie skad swoj ta tak tam te tego tej ten to tu tylko ty u w was wasz we
  witam wy z za ze`;
const turkish = `acaba ama artık az bana ben benim bile bir biraz biz bizim bu buna bunu cok daha de da degil diye dolayi en
  gibi gunaydin hala hangi hem hep her hic icin ile ise kac kadar ki kim lutfen merhaba mi mı mu nasil nasıl ne neden nerede
  nereye nicin niye o olan olarak oldu olur ona onu peki sana selam sen senin siz sizin sonra su tesekkurler tum var ve veya
  ya yok zaman`;
const arabic = `من في على الى إلى عن مع هل ما ماذا متى اين أين كيف كم لماذا هذا هذه ذلك التي الذي ان أن إن لا نعم لم لن قد
  كان كانت يكون هو هي انا أنا نحن انت أنت انتم هم لي لك له لها لنا عند عندي بعد قبل كل بعض غير او أو ثم حتى اذا إذا لو يا
  شكرا مرحبا السلام عليكم اريد أريد يمكن يمكنني ممكن فضلك`;

const languages: readonly Language[] = [
  language("en", english, stemEnglish),
  language("de", german, endingCutter("ungen ung en er es em e n et est st t ten te")),
  language("fr", french, endingCutter("issement issements ement ements ation ations euse euses ees ee es er ez e s x")),
  language("es", spanish, endingCutter("aciones acion amiento amientos ado ada ados adas ar er ir os as es o a e s")),
  language("it", italian, endingCutter("azione azioni amento amenti ato ata ati ate are ere ire i a o e")),
  language(
    "pt",
    portuguese,
    endingCutter("acoes acao amento amentos ado ada ados adas ar er ir oes ao os as es o a e s"),
  ),
  language("nl", dutch, endingCutter("ingen ing en er e s t")),
  language("pl", polish, endingCutter("ami ach owi ego emu ych ich imi ymi ow om em ie ia iu a e i o u y")),
  language(
    "tr",
    turkish,
    endingCutter("lar ler larin lerin nin nın nun in ın un im ım um dan den tan ten da de ta te si sı su i ı u", {
      times: 3,
    }),
  ),
  language("ar", arabic, stemArabic),
];
const byCode = new Map(languages.map((known) => [known.code, known]));
const fallback = languages[0] as Language;

/** By its code, with or without a region; English for one that is not known. */
export function languageOf(code: string): Language {
  return byCode.get(code.toLowerCase().split(/[-_]/)[0] ?? "") ?? fallback;
}

/** `null` when no language's small words stand out. */
export function guessLanguage(text: string): string | null {
  const words = wordsOf(text.slice(0, 4_000));
  let best: { code: string; hits: number } | null = null;
  let isTied = false;
  for (const { code, filler } of languages) {
    const hits = words.filter((word) => filler.has(word)).length;
    if (hits === 0 || hits < (best?.hits ?? 0)) continue;
    isTied = hits === best?.hits;
    best = { code, hits };
  }
  return isTied ? null : (best?.code ?? null);
}

/** `null`: carries no meaning of its own. */
export function termIn({ filler, stem }: Language, word: string): string | null {
  return filler.has(word) ? null : stem(word);
}

function language(code: string, filler: string, stem: Stem): Language {
  return { code, filler: new Set(wordsOf(filler)), stem };
}
