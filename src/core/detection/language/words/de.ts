import type { LanguageWords } from "./language-words.ts";

export const germanWords: LanguageWords = {
  frame: `der die das den dem des ein eine einen einem einer eines kein keine keinen keiner und oder aber wenn dann als ob
    dass weil denn damit was wer wen wem wie wo wann warum wieso woher wohin welche welcher welches ich du er sie es wir ihr
    mich dich sich uns euch mir dir ihm ihn ihnen mein meine meinen meinem meiner meins dein deine sein seine ihre ihren ihres
    unser unsere euer eure man jemand niemand etwas was nichts nix alles alle jeder jede jedes jedesmal bin bist ist sind
    seid war waren wäre sein habe hab hast hat haben habt hatte hatten hätte werde wird werden wurde wurden würde würden
    kann kannst können könnt könnte könnten könnten konnte will willst wollen wollt wollte möchte möchten muss müssen
    musst soll sollte sollen darf dürfen mag lassen lässt gibt geht ging gehen macht machen mache sehr viel mehr wenig
    nur schon noch immer nie wieder jetzt heute gestern morgen gleich bald später sofort auch nicht net ja nein doch mal
    so da dort hier her hin bei bis durch für gegen im in am an auf aus mit nach ohne seit über um unter von vom vor zu
    zum zur zwischen bitte zwei drei zweimal eins diese dieser dieses diesen gern gerne wüsste irgendwas irgendwie
    jmd evtl bzw`,
  subjects: `agent bestell* paket päckchen packet lieferung geliefert liefert liefern sendung versand versenden rechnung zahlung
    bezahl* zahlen karte konto abgebucht passwort anmelden einloggen login stornier* kündigen kündigung ändern adresse
    umtauschen umtausch zurück rückerstattung erstattung erstatten geld hilfe helfen hilf brauche brauch angekommen kommt
    gekommen warte warten wartet kaputt defekt artikel größe schuhe preis nummer telefon woche wochen tag tage tagen monat
    monate stunde stunden offen geöffnet zugestellt laden sonntag sonntags gekauft kaufen schicken geschickt
    bekommen bekomme erhalten funktioniert problem frage fragen versteh* weiß wissen sagen gesagt sagt buchung
    buchen flug zimmer karton freundin freund falsch letzte letzten dauert lange steht heißt vergessen bestätigt schauen
    mensch menschen mitarbeiter person sprechen reden sprich verbinden anrufen rufen kundenservice service firma leute
    zeit jahr jahre leben welt ding sache neu schlecht schlechter schlimm best dumm dummer blöd scheiße scheiß halt
    maul mist unfähig betrug betrüger anwalt gericht anzeige sterben töten wirklich einfach eigentlich genug
    vielleicht schade müll lasst ruf gib gebt stell endlich`,
  greetings: `hallo danke moin servus grüß guten tag vielen dank tschüss schönen grüezi schön`,
  endings: `ung ungen keit heit lich liche lichen isch ische schen chen igen iert ieren tlich stellt ckt`,
};
