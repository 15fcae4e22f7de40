import type { AnswerLexicon } from "./answer-lexicon.ts";

export const frenchAnswers: AnswerLexicon = {
  yes: `oui | ouais | ouai | ui | wi | yep | bien sûr | carrément | absolument | volontiers | avec plaisir | oui svp | oui merci | tout à fait |
    je veux bien | ce serait bien | ce serait parfait | ça serait bien | j'aimerais bien | je voudrais bien | pourquoi pas | certainement |
    évidemment`,
  agree: `ok | okay | d'accord | dac | s'il vous plaît | s'il te plaît | svp | stp | parfait | très bien | super | entendu | ça marche | ça me va`,
  no: "non | nan | nn | nope | pas du tout",
  not: "pas | ne | sans | jamais | plutôt pas | aucun | aucune | aucun besoin",
  decline: `non merci | pas la peine | pas besoin | pas nécessaire | ce n'est pas nécessaire | c'est pas la peine | inutile | pas maintenant |
    pas encore | plus tard | pas pour le moment | pas pour l'instant | ça ira | ça va aller | c'est bon | laissez tomber | laisse tomber |
    tant pis | non c'est bon | je ne préfère pas | je préfère pas | non ça va`,
  person: `personne | une personne | humain | un humain | quelqu'un | conseiller | conseillère | agent | un agent | opérateur | collègue | équipe |
    l'équipe | votre équipe | vraie personne | être humain | le premier | la première | première option | option 1 | 1 | passez moi |
    transférez moi | mettez moi en relation | pas de bot | pas de robot | pas un robot | pas un bot | sans robot | responsable | eux`,
  bot: `vous | avec vous | toi | avec toi | bot | robot | machine | assistant | chatbot | ia | continuez | continue | continuer | continuons | on continue |
    poursuivre | poursuivez | poursuivons | allez y | vas y | le second | la seconde | le deuxième | la deuxième | deuxième option |
    option 2 | 2 | rester | reste | restons`,
  glue: `je | j | veux | voudrais | préfère | préférerais | aimerais | souhaite | peux | parler | à | avec | une | un | la | le | de | du | vraie | vrai |
    merci | merci beaucoup | maintenant | plutôt | bonjour | alors | me | moi | mon | votre | ma | ici | bien | s'il | plaît | plait | si possible |
    tout de suite | directement | juste | option | c'est | c | est | ça | ce | en | au | il | on | besoin | d | avoir | discuter | j'aimerais | j'ai |
    autre | l'option | seulement | pour`,
  but: "mais | parce que | car | et | parce",
};
