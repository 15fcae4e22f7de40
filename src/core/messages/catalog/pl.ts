import type { Catalog } from "../catalog.ts";

export const polish: Catalog = {
  "handoff.confirmation":
    "Łączę z osobą z naszego zespołu. Widzi ona naszą rozmowę, więc nie trzeba niczego powtarzać.",
  "handoff.no_agent":
    "W tej chwili wszyscy są zajęci. Miejsce w kolejce zostaje zachowane, a ja dam tu znać, gdy ktoś dołączy.",
  "handoff.exhausted":
    "Przykro mi, nikt jeszcze nie mógł przejąć rozmowy. Sprawa zostaje u naszego zespołu i nic nie zginie: odpowiemy tutaj.",
  "human.joined": "{{ agent_name }} dołącza do rozmowy.",
  "handoff.returned": "Znów rozmawia z Państwem nasz wirtualny asystent. Czy mogę jeszcze w czymś pomóc?",
};
