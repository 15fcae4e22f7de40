import type { LanguageWords } from "./language-words.ts";

export const frenchWords: LanguageWords = {
  frame: `le la les l'un un une des du de d'un d'une au aux et ou mais donc or ni car que qu'il qu'elle qu'on qui quoi
    quel quelle quels quelles quand comment où pourquoi combien parce pour par avec sans sous sur dans chez entre vers
    depuis pendant avant après en à je j'ai j'avais j'aimerais j'arrive j'en j'attends jai jsuis tu t'es il elle on nous
    vous ils elles me m'a te se ce c'est cest c'était cet cette ces ça ceci cela celui celle mon ma mes ton ta tes
    son sa ses notre nos votre vos leur leurs moi toi lui eux y n'ai n'est n'a n'y n'en ne pas plus jamais rien personne
    aucun aucune est es suis sommes êtes sont était étaient été être ai as a avons avez ont avait aura avoir vais vas va
    allons allez vont aller fait fais font faire faut veux veut voulez voulons voudrais voudrait souhaite souhaiterais
    souhaiterai peux peut pouvez pouvons pourriez pourrait puis dois doit devez sais sait savoir dit disent dire très
    trop peu beaucoup bien mal mieux tout toute tous toutes autre autres même chaque fois déjà encore toujours aussi
    alors maintenant aujourd'hui hier demain bientôt ici là voilà si oui non deux trois svp stp slt bjr pk pcq jpeux
    quelqu'un quelque forcément`,
  subjects: `commande commandé commander commandes remboursement rembourser remboursé remboursée colis livraison livrer
    livrez livré livrée facture paiement payer payé carte compte débité prélevé mot passe annuler annulation changer
    modifier argent aide aider besoin arrivé arrivée arriver reçu recevoir attends cassé cassée article produit taille
    chaussures prix adresse numéro téléphone semaine semaines jour jours mois heure heures ouvert ouverts ouverte
    fermé magasin dimanche acheté acheter envoyé envoyer envoie marche fonctionne problème question comprends réservation
    chambre vol connecter récupérer rendre temps veut lampes carton boîte appli copine copain délire urgent oublié oubliée
    confirmée vérifier parler parle passez appeler appelez rappeler conseiller service humain client gens ans
    monde chose choses nouveau pire meilleur honte merde marre nul nulle bête débile voleurs arnaque avocat tribunal
    juge mourir tuer perte tourne renvoie site machine agent attente vraiment assez peut-être ras bol espèce vrai
    homme femme ami dites donnez mettez`,
  greetings: `bonjour bonsoir salut coucou merci bonne journée soirée revoir s'il plaît vie`,
  endings: `eaux eux euse euses ement aient erais erait ette ettes ique oir ois ait ez ée ées`,
};
