/** Groups of German words for the roles in `de.ts`. */

/** Whom one asks for by trade or office, in a practice, a shop, a workshop, a club. */
export const trades = `
  friseur/in, frisör/in, kosmetikerin, maler, tischler, schreiner, elektriker/in, klempner, installateur, monteur, mechaniker, mechatroniker, meister, handwerker, dachdecker, gärtner,
  disponent/en/in, spediteur, lagerist, lageristen, hausmeister, hausverwalter, verwalter, vermieter/in, makler/in, händler/in, verkäufer/in, verkaufsleiter/in, vertriebler, vertriebsleiter/in,
  anwalt, anwältin, rechtsanwalt, rechtsanwältin, notar, notarin, jurist/en/in, buchhalter/in, gutachter/in, beamten, beamtin, bürgermeister/in, pfarrer/in,
  physiotherapeut/en/in, psychologe, psychologen, psychologin, optiker/in, praxismanagerin, praxisinhaber/in, oberarzt, chefarzt, stationsleitung, pflegedienstleitung, notarzt,
  trainer/in, coach, lehrer/in, dozent/en/in, kursleiter/in, fahrlehrer/in, schulleiter/in, schulleitung, rektor, direktor/in, kursleitung, studienberatung,
  veranstalter/in, organisator/in, organisatoren, planer/in, projektleiter/in, produktmanager/in, marketingleiter/in, personaler/in, personalleiter/in, recruiter/in, redakteur/in,
  inhaber/in, eigentümer/in, besitzer/in, betreiber/in, gründer/in, gastgeber/in, wirt/in, koch, köchin, küchenchef, kellner/in, restaurantleiter/in, hotelmanager/in, empfangschef, concierge, kassierer/in,
  fotograf/en/in, architekt/en/in, designer/in, grafiker/in, bauleiter/in, ingenieur/in, entwickler/in, programmierer/in, admin/s, administrator/en/in, systemadministrator, moderator/en/in, operator/en, partner/in`;

/** Before a name, they say that somebody is meant: "Frau Neumann". */
export const titles =
  "herr, herrn, hr, frau, fr, fräulein, dr, doktor, prof, professor, professorin, schwester, pfarrer";

/** Parts of an office or a company. */
export const sections = `
  (mit|an|das|die|den|der|dem|zu|zur|zum|euer|ihr|eurem|ihrem)? (praxisteam|verkaufsteam|vertriebsteam|technikteam|ärzteteam|küchenteam|eventteam|reservierungsteam|buchungsteam|beratungsteam|expertenteam|fachteam|kundenteam),
  (mit|an) (der|die|eurer|ihrer)? (kasse|kassa|küche|ambulanz|pforte|disposition|dispo|einkaufsabteilung|lohnbuchhaltung|telefonzentrale|leitstelle|ordination|kanzlei|bar|garderobe|lagerleitung|fundstelle|auskunft|bibliothek|spedition|logistik)`;
