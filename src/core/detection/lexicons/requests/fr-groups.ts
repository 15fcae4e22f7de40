/** Groups of French words for the roles in `fr.ts`. */

/** Whom one asks for by trade or office, in a practice, a shop, a workshop, a club. */
export const trades = `
  vendeur, vendeuse, commercial, commerciale, caissier, caissière, boutiquier, commerçant, commerçante, serveur, serveuse, cuisinier, cuisinière, chef cuisinier, pâtissier, pâtissière, boulanger, boulangère, barman, sommelier, hôte, hôtesse, hôtesse d'accueil, concierge, réceptionniste, standardiste,
  propriétaire, proprio, patron, patronne, gérant, gérante, fondateur, fondatrice, associé, associée, président, présidente, directeur, directrice, pdg, bailleur, dirigeant, dirigeante,
  notaire, comptable, expert comptable, huissier, juriste, courtier, courtière, agent immobilier, architecte, géomètre, ingénieur, ingénieure, banquier, banquière, assureur, expert en assurance, syndic,
  infirmier, infirmière, dentiste, pédiatre, gynécologue, dermatologue, cardiologue, ophtalmo, ophtalmologue, psychologue, psychiatre, kiné, kinésithérapeute, ostéopathe, ostéo, nutritionniste, diététicien, diététicienne, pharmacien, pharmacienne, vétérinaire, véto, sage femme, orthophoniste, chirurgien, chirurgienne, opticien, opticienne, aide soignante,
  professeur, professeure, prof, enseignant, enseignante, maître, maîtresse, instituteur, institutrice, formateur, formatrice, instructeur, instructrice, moniteur, monitrice, entraîneur, coach, tuteur, tutrice, éducateur, éducatrice, proviseur, proviseure, principal, cpe, bibliothécaire, guide, interprète,
  mécanicien, mécanicienne, garagiste, carrossier, plombier, électricien, électricienne, chauffagiste, peintre, menuisier, menuisière, maçon, couvreur, serrurier, jardinier, jardinière, paysagiste, installateur, monteur, poseur, réparateur, réparatrice, magasinier, déménageur,
  coiffeur, coiffeuse, barbier, esthéticienne, masseur, masseuse, tatoueur, tatoueuse, photographe, graphiste, couturière, couturier, fleuriste,
  organisateur, organisatrice, animateur, animatrice, recruteur, recruteuse, rh, secrétaire, rédacteur, rédactrice, développeur, développeuse, informaticien, informaticienne, webmaster, modérateur, modératrice, admin, admins, administrateur, administratrice, gardien, gardienne, assistante sociale, maire, élu, curé, pasteur, bénévole, chef de chantier|projet|rayon|cuisine|salle`;

/** Before a name, they say that somebody is meant: "madame Dupont". */
export const titles =
  "monsieur, madame, mademoiselle, mr, mme, mlle, msieur, mam, dr, docteur, pr, professeur, maître, père, soeur, abbé, m";

/** With what one asks for somebody by name. */
export const speaking = `
  (parler|causer|discuter|parlé) (à|avec|a), passez moi, passe moi, (me|mettez moi|mets moi) (mettre)? en (relation|contact|ligne) avec`;
