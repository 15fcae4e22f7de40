import type { InsultLexicon } from "./insult-lexicon.ts";

export const insultItalian: InsultLexicon = {
  sets: {
    abuse:
      "stronzo | stronzi | stronza | stronze | coglione | coglioni | cogliona | testa di cazzo | teste di cazzo | figlio di puttana | figli di puttana | figlio di troia | figli di troia | pezzo di merda | pezzi di merda | vaffanculo | affanculo | fanculo | vaffa | bastardo | bastardi | bastarda | cretino | cretini | cretina | imbecille | imbecilli | deficiente | deficienti | ritardato | ritardati | mongoloide | idioti | rincoglionito | rincoglioniti | merdosi | cornuto | cornuti | pirla | minchione | minchioni | rimbambito | rimbambiti | mentecatto | cerebroleso | buffoni | buffone | cialtroni | cialtrone | farabutti | delinquenti | infami | infame | zoccola | puttana | troia | decerebrato | decerebrati | faccia di merda | morti di fame | luridi | sfigati | lestofanti | pagliacci",
    name: "idiota | stupido | stupida | stupidi | scemo | scema | scemi | inutile | inutili | incapace | incapaci | incompetente | incompetenti | ladro | ladri | ladra | truffatori | truffatore | bugiardo | bugiardi | bugiarda | ignorante | ignoranti | asino | asini | capra | capre | merda | una merda | schifo | uno schifo | feccia | spazzatura | ridicolo | ridicoli | patetico | patetici | tonto | tonti | tonta | fessi | fesso | vergognosi | una vergogna | disonesti | criminali | mafiosi | pazzi | porci | maiali | bestie | animali | somari | somaro | parassiti | falliti | fallito | dementi | demente | imbroglioni | sanguisughe | un branco di * | senza cervello | rubagalline | nullafacenti | dilettanti | il nulla",
    you: "sei | siete | voi siete | tu sei | ma sei | è un bot | questo bot è | il bot è | i vostri operatori sono | il vostro operatore è | i vostri tecnici sono | la vostra azienda è | questa azienda è | il vostro bot è | questo chatbot è | la vostra assistenza è",
    very: "un | uno | una | dei | degli | delle | molto | proprio | davvero | veramente | solo | solo dei | tutti | tutti dei | così | più | il più | i più | la | i | gli | un vero | dei veri | soltanto | completamente | totalmente | solo degli | voi",
    bot: "bot | robot | chatbot | macchina | assistente | azienda | operatore | operatori | gente | ditta | società | compagnia",
    bad: "stupido | stupida | idiota | inutile | scemo | maledetto | cazzo di | deficiente | incapace | incompetente | ladri | ladra | truffatori | truffatrice | ridicolo | fottuto | fottuta | stupidi | incapaci | incompetenti",
  },
  phrases: {
    insult: [
      "{abuse}",
      "{you} {very}? {very}? {very}? {name}",
      "{name} che non? siete|sei",
      "branco|manica|massa|banda|gruppo|mucchio|accozzaglia di|d' {very}? {name}|{abuse}",
      "branco|massa|manica d'idioti|d'incapaci|d'imbecilli|d'ignoranti|d'incompetenti",
      "razza|pezzo di {name}|{abuse}",
      "razza d'idiota|d'imbecille|d'idioti|d'imbecilli",
      "{bad} {bot}",
      "{bot} {bad}",
      "{bot} di merda|ladri|truffatori|idioti|incapaci|schifo|incompetenti|pagliacci|cialtroni",
      "va|vai|andate|andatevene|vada * fanculo|culo|quel|cagare|inferno|diavolo|affanculo|morire",
      "stai|state|stia zitto|zitta|zitti",
      "chiudi|chiudete quella|la|il|sta bocca|becco",
      "fottiti|fottetevi|crepa|crepate|muori|morite|ammazzati|ammazzatevi|suca|sucate",
      "tua|vostra|sua madre",
      "mortacci tua|vostra|vostri",
      "li mortacci",
      "che ti|vi venga|pigli|prenda",
      "sei|siete|ma scemo|stupido|deficiente|sordo|cieco|ritardato|tonto|scemi|stupidi|sordi o|oppure",
      "non avete|hai * cervello|vergogna|dignità|palle",
      "vi|ti odio",
      "porco|porca|brutto|brutta|brutti {name}|{abuse}",
    ],
  },
  unless: [
    "non {you} {very}? {name}",
    "sono|sono|sento|sentita|sentito|sembro|fossi|ero|stato|stata|come {very}? {very}? {name}|{abuse}",
    "che {name}|{abuse} sono|che|l'ho|io",
    "mio|mia capo|figlio|fratello|cane|ex|marito * {name}|{abuse}",
    "per un|uno|una {very}? {name}|{abuse}",
    "non|né sono {very}? {name}",
    "mi sento|sono sentita|sentito {very}? {name}|{abuse}",
    "sei|siete animali|bestie|capre",
  ],
};
