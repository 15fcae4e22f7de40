import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", " „{{ team_name }}”");
const wait = known("expected_wait", " Zwykle trwa to {{ expected_wait }}.");
const opening = known("next_opening", " Wracamy {{ next_opening }}.");
const contact = known("contact", " {{ contact }}");

export const polish: Catalog = {
  "handoff.offer": "Czy chcą Państwo porozmawiać z osobą z naszego zespołu, czy kontynuować ze mną?",
  "handoff.offer.unreadable":
    "Nie potrafię odczytać wiadomości głosowych ani takich plików. Czy poprosić osobę z naszego zespołu, czy mogą Państwo to napisać?",
  "handoff.confirmation": `Łączę z naszym zespołem${team}. Widać tam naszą rozmowę, więc nie trzeba niczego powtarzać.${wait}`,
  "handoff.confirmation.urgent": `Sprawa trafia prosto do naszego zespołu${team}, oznaczona jako pilna. Widać tam naszą rozmowę, więc nie trzeba niczego powtarzać.${wait}`,
  "handoff.alerted": `Nasz zespół${team} już o tym wie i widzi tę rozmowę. Można spokojnie pisać dalej.`,
  "handoff.after_hours": `Naszego zespołu teraz nie ma.${opening} Wszystko zostało przekazane: odpowiemy tutaj.`,
  "handoff.holiday": `Dziś jest święto i naszego zespołu nie ma.${opening} Wszystko zostało przekazane: odpowiemy tutaj.`,
  "handoff.no_agent":
    "W tej chwili wszyscy są zajęci. Miejsce w kolejce zostaje zachowane, a ja dam tu znać, gdy ktoś dołączy.",
  "handoff.queue_full":
    "Mamy teraz bardzo dużo zgłoszeń, więc może to potrwać dłużej niż zwykle. To zgłoszenie jest zapisane i nic nie zginie: odpowiemy tutaj.",
  "handoff.exhausted":
    "Przykro mi, nikt jeszcze nie mógł przejąć rozmowy. Sprawa zostaje u naszego zespołu i nic nie zginie: odpowiemy tutaj.",
  "handoff.failed": `Przykro mi, w tej chwili nie ma połączenia z naszym zespołem. Proszę spróbować ponownie za jakiś czas.${contact}`,
  "handoff.returned": "Znów rozmawia z Państwem nasz wirtualny asystent. Czy mogę jeszcze w czymś pomóc?",
  "queue.position": `${known("position", "Miejsce w kolejce: {{ position }}", "Miejsce w kolejce zostaje zachowane")}.${wait}`,
  "queue.next": "Są Państwo następni w kolejce. Ktoś z naszego zespołu dołączy tutaj.",
  "queue.still_waiting": `Dziękuję, dopisuję to dla naszego zespołu. Miejsce w kolejce zostaje zachowane.${wait}`,
  "wait.later": "W porządku: nie trzeba tu czekać. Nasz zespół odpowie w tej rozmowie.",
  "wait.email": "W porządku: nie trzeba tu czekać. Nasz zespół odpowie e-mailem.",
  "wait.cancelled": "W porządku, nie trzeba dłużej czekać. W razie potrzeby wystarczy tu napisać.",
  "callback.offer": `Czy mamy oddzwonić, żeby nie trzeba było czekać?${known("slot", " Możemy zadzwonić {{ slot }}.")}`,
  "callback.confirmed": `Zapisane: oddzwonimy${known("slot", " {{ slot }}")}.`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "Ktoś z naszego zespołu")} dołącza do rozmowy.`,
  "human.transferred": `${known("new_agent_name", "Tę rozmowę prowadzi teraz {{ new_agent_name }}", "Rozmowa trafia do innej osoby z zespołu")}${known("agent_name", " (wcześniej: {{ agent_name }})")}. Nie trzeba niczego powtarzać.`,
  "human.left": `${known("agent_name", "{{ agent_name }} nie może już odpowiadać", "Osoba, która odpowiadała, nie jest już dostępna")}. Przejmie to ktoś inny z zespołu i zobaczy całą rozmowę, więc nie trzeba niczego powtarzać.`,
  "human.hold": `Przepraszamy, trwa to dłużej, niż powinno. Rozmowę nadal prowadzi ${known("agent_name", "{{ agent_name }}", "nasz zespół")}, a odpowiedź pojawi się tutaj.`,
  "case.reassigned_bulk": `Państwa sprawą zajmuje się teraz ${known("new_agent_name", "{{ new_agent_name }}", "inna osoba z naszego zespołu")}${known("agent_name", " (wcześniej: {{ agent_name }})")}. Nie trzeba niczego powtarzać.`,
  "followup.checkin": `Dzień dobry${known("customer_name", ", {{ customer_name }}")}. Chcemy zapytać, czy wszystko się wyjaśniło. Jeśli nie, wystarczy tutaj odpisać.`,
  "csat.request": "Jak nam poszło? Będziemy wdzięczni za ocenę tej rozmowy.",
  "bot.introduction": `Rozmawia z Państwem wirtualny asystent${known("company_name", " firmy {{ company_name }}")} (sztuczna inteligencja). W każdej chwili można poprosić o rozmowę z człowiekiem.`,
  "abuse.warning":
    "Chętnie pomogę. Proszę, rozmawiajmy z szacunkiem. W każdej chwili można też poprosić o rozmowę z człowiekiem.",
  "abuse.limited": `Robię przerwę w tej rozmowie${known("until", " i odpowiem ponownie {{ until }}")}. Nadal można poprosić o rozmowę z osobą z naszego zespołu.`,
  "abuse.blocked": `Ta rozmowa jest wstrzymana${known("until", " i będzie kontynuowana {{ until }}")}. Do tego czasu nie ma tu odpowiedzi.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
