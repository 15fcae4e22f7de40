import type { LanguageWords } from "./language-words.ts";

export const dutchWords: LanguageWords = {
  frame: `de het een en of maar als dan dat dit deze die wat wie waar waarom wanneer hoe welke welk ik je jij jou jouw u uw
    hij hem zij ze wij we ons onze jullie mij me mijn zijn haar hun men iemand niemand iets niets niks alles alle elk elke
    ben bent is was waren wees heb hebt heeft hebben had hadden gehad word wordt worden werd kan kunt kun kunnen kon konden
    zou zouden wil wilt willen wilde wou moet moeten mag mogen zal zullen ga gaat gaan ging doe doet doen deed laat laten
    komt kom komen staat staan ligt zit zat heel erg veel meer weinig al nog steeds altijd nooit weer nu vandaag gisteren
    morgen straks snel later ook niet geen ja nee wel er hier daar bij tot door voor tegen in op aan uit met naar zonder
    sinds over om onder van te tussen want omdat zodat even eens toch zo zelf twee drie keer graag aub alsjeblieft
    alstublieft zsm eentje maar na vorige volgende zeker`,
  subjects: `agent bestel* pakket pakketje bezorg* lever* levering verzend* zending verzonden factuur betaling betaal* kaart
    rekening afgeschreven wachtwoord inloggen annuleren geannuleerd wijzigen adres ruilen retour retourneren terug geld
    terugbetaling hulp helpen nodig aangekomen wachten wacht kapot stuk artikel maat schoenen prijs nummer telefoon week
    weken dag dagen maand uur open dicht winkel zondag gekocht kopen sturen gestuurd ontvangen gekregen krijgen krijg werkt
    werken probleem vraag snap begrijp weten weet zeggen gezegd zegt boeking kamer vlucht doos vriendin vriend fout lang
    duurt kijken bevestigd vergeten betekent goed mens mensen medewerker persoon spreken praten verbind bellen bel
    klantenservice bedrijf winkels tijd jaar leven wereld ding dingen nieuw slecht slechte slechtste beste dom domme
    stom schandalig waardeloos bek hou advocaat rechter sterven dood echt gewoon eigenlijk genoeg misschien vanaf
    hoeveel ooit prima prik`,
  greetings: `hallo hoi hey dag goedemorgen goedemiddag goedenavond bedankt dank dankjewel dankje groetjes doei`,
  endings: `lijk lijke heid ijk ijn ij isch aar eer oor uur ing ingen tje tjes aat eid`,
};
